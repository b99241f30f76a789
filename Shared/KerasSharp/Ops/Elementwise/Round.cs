using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The nearest whole number of each element, halves to the even one. It has no gradient.</summary>
            public static Tensor round(Tensor x) => Ops.Round.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The nearest whole number of each element, halves to the even one. It has no gradient.</summary>
    internal sealed class Round() : UnaryOperation(UnaryOp.Round)
    {
        public static readonly Round Instance = new();

        /// <inheritdoc/>
        protected override bool TakesIntegers => true;

        /// <inheritdoc/>
        protected internal override bool IsDifferentiable => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.zeros_like(x);
    }
}
