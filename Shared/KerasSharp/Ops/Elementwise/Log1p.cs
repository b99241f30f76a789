using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>log(1 + x) of each element, exact near 0.</summary>
            public static Tensor log1p(Tensor x) => Ops.Log1p.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>log(1 + x) of each element, exact near 0.</summary>
    internal sealed class Log1p() : UnaryOperation(UnaryOp.Log1p)
    {
        public static readonly Log1p Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.reciprocal(x + 1);
    }
}
