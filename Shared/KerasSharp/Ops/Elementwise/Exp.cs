using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>e to the power of each element.</summary>
            public static Tensor exp(Tensor x) => Ops.Exp.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>e to the power of each element.</summary>
    internal sealed class Exp() : UnaryOperation(UnaryOp.Exp)
    {
        public static readonly Exp Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => y;
    }
}
