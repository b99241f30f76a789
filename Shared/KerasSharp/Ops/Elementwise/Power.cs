using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>x1 to the power of x2, broadcasting.</summary>
            /// <exception cref="ValueError">The shapes do not broadcast.</exception>
            /// <exception cref="TypeError">The types differ, or do not compute.</exception>
            public static Tensor power(Tensor x1, Tensor x2) => Ops.Power.Instance.apply(x1, x2);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>x1 to the power of x2, broadcasting.</summary>
    internal sealed class Power() : BinaryOperation(BinaryOp.Power)
    {
        public static readonly Power Instance = new();

        /// <inheritdoc/>
        protected override Tensor ByFirst(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.multiply(dy, ops.multiply(b, ops.power(a, b - 1)));

        /// <inheritdoc/>
        protected override Tensor BySecond(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.multiply(dy, Slope(a, y));

        /// <summary>x1 ** x2 · log(x1), and 0 where the logarithm does not exist.</summary>
        private static Tensor Slope(Tensor x, Tensor y)
        {
            var positive = ops.greater(ops.add(x, ops.zeros_like(y)), ops.zeros_like(y));
            var safe = ops.where(positive, ops.add(x, ops.zeros_like(y)), ops.ones_like(y));
            return ops.multiply(ops.where(positive, y, ops.zeros_like(y)), ops.log(safe));
        }
    }
}
