using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>x1 · x2, broadcasting. Of bool: and.</summary>
            /// <exception cref="ValueError">The shapes do not broadcast.</exception>
            /// <exception cref="TypeError">The types differ, or do not compute.</exception>
            public static Tensor multiply(Tensor x1, Tensor x2) => x1.dtype != DType.Bool ? Ops.Multiply.Instance.apply(x1, x2)
                : throw new TypeError("Mul does not compute with bool. Use ops.logical_and, or ops.cast first.");
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>x1 · x2, broadcasting. Of bool: and.</summary>
    internal sealed class Multiply() : BinaryOperation(BinaryOp.Multiply)
    {
        public static readonly Multiply Instance = new();

        /// <inheritdoc/>
        protected override Tensor ByFirst(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.multiply(dy, b);

        /// <inheritdoc/>
        protected override Tensor BySecond(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.multiply(dy, a);
    }
}
