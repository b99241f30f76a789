using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The inverse hyperbolic tangent of each element.</summary>
            public static Tensor arctanh(Tensor x) => Ops.Atanh.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The inverse hyperbolic tangent of each element.</summary>
    internal sealed class Atanh() : UnaryOperation(UnaryOp.Atanh)
    {
        public static readonly Atanh Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.reciprocal(1 - ops.square(x));
    }
}
