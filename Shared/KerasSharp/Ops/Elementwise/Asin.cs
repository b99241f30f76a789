using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The arc sine of each element, in radians.</summary>
            public static Tensor arcsin(Tensor x) => Ops.Asin.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The arc sine of each element, in radians.</summary>
    internal sealed class Asin() : UnaryOperation(UnaryOp.Asin)
    {
        public static readonly Asin Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.rsqrt(1 - ops.square(x));
    }
}
