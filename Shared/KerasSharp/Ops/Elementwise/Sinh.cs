using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The hyperbolic sine of each element.</summary>
            public static Tensor sinh(Tensor x) => Ops.Sinh.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The hyperbolic sine of each element.</summary>
    internal sealed class Sinh() : UnaryOperation(UnaryOp.Sinh)
    {
        public static readonly Sinh Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.cosh(x);
    }
}
