using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The smallest whole number that is not smaller than each element. It has no gradient.</summary>
            public static Tensor ceil(Tensor x) => Ops.Ceil.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The smallest whole number that is not smaller than each element. It has no gradient.</summary>
    internal sealed class Ceil() : UnaryOperation(UnaryOp.Ceil)
    {
        public static readonly Ceil Instance = new();

        /// <inheritdoc/>
        protected override bool TakesIntegers => true;

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected internal override bool IsDifferentiable => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.zeros_like(x);
    }
}
