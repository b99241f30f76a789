using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>-x of each element.</summary>
            public static Tensor negative(Tensor x) => Ops.Negative.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>-x of each element.</summary>
    internal sealed class Negative() : UnaryOperation(UnaryOp.Negative)
    {
        public static readonly Negative Instance = new();

        /// <inheritdoc/>
        protected override bool TakesIntegers => true;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => ops.full_like(x, -1);
    }
}
