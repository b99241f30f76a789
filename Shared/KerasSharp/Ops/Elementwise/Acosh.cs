using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The inverse hyperbolic cosine of each element.</summary>
            public static Tensor arccosh(Tensor x) => Ops.Acosh.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The inverse hyperbolic cosine of each element.</summary>
    internal sealed class Acosh() : UnaryOperation(UnaryOp.Acosh)
    {
        public static readonly Acosh Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.rsqrt(ops.square(x) - 1);
    }
}
