using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The angle of the point (x2, x1), in radians.</summary>
            /// <exception cref="ValueError">The shapes do not broadcast.</exception>
            /// <exception cref="TypeError">The types differ, or do not compute.</exception>
            public static Tensor arctan2(Tensor x1, Tensor x2) => Ops.Atan2.Instance.apply(x1, x2);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The angle of the point (x2, x1), in radians.</summary>
    internal sealed class Atan2() : BinaryOperation(BinaryOp.Atan2)
    {
        public static readonly Atan2 Instance = new();

        /// <inheritdoc/>
        protected override Tensor ByFirst(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.multiply(dy, ops.divide(b, ops.add(ops.square(a), ops.square(b))));

        /// <inheritdoc/>
        protected override Tensor BySecond(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.multiply(dy, ops.divide(ops.negative(a), ops.add(ops.square(a), ops.square(b))));
    }
}
