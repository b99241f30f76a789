using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The hyperbolic cosine of each element.</summary>
            public static Tensor cosh(Tensor x) => Ops.Cosh.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The hyperbolic cosine of each element.</summary>
    internal sealed class Cosh() : UnaryOperation(UnaryOp.Cosh)
    {
        public static readonly Cosh Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.sinh(x);
    }
}
