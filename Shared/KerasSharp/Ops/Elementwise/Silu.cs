using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>x · sigmoid(x) of each element (swish).</summary>
            public static Tensor silu(Tensor x) => Ops.Silu.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>x · sigmoid(x) of each element (swish).</summary>
    internal sealed class Silu() : UnaryOperation(UnaryOp.Silu)
    {
        public static readonly Silu Instance = new();

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => Slope(x);

        private static Tensor Slope(Tensor x)
        {
            var s = ops.sigmoid(x);
            return s * (x * (1 - s) + 1);
        }
    }
}
