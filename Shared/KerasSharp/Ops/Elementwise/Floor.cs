using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The largest whole number that is not larger than each element. It has no gradient.</summary>
            public static Tensor floor(Tensor x) => Ops.Floor.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The largest whole number that is not larger than each element. It has no gradient.</summary>
    internal sealed class Floor() : UnaryOperation(UnaryOp.Floor)
    {
        public static readonly Floor Instance = new();

        /// <inheritdoc/>
        protected override bool TakesIntegers => true;

        /// <inheritdoc/>
        protected internal override bool IsDifferentiable => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.zeros_like(x);
    }
}
