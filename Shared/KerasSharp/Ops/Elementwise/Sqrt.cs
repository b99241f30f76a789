using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The square root of each element.</summary>
            public static Tensor sqrt(Tensor x) => Ops.Sqrt.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The square root of each element.</summary>
    internal sealed class Sqrt() : UnaryOperation(UnaryOp.Sqrt)
    {
        public static readonly Sqrt Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => 0.5 / y;
    }
}
