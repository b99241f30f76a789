using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>x1 - floor(x1 / x2) · x2: the rest, with the sign of x2.</summary>
            /// <exception cref="ValueError">The shapes do not broadcast.</exception>
            /// <exception cref="TypeError">The types differ, or do not compute.</exception>
            public static Tensor mod(Tensor x1, Tensor x2) => Ops.FloorModulo.Instance.apply(x1, x2);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>x1 - floor(x1 / x2) · x2: the rest, with the sign of x2.</summary>
    internal sealed class FloorModulo() : BinaryOperation(BinaryOp.FloorModulo)
    {
        public static readonly FloorModulo Instance = new();

        /// <inheritdoc/>
        protected override Tensor ByFirst(Tensor a, Tensor b, Tensor y, Tensor dy) => dy;

        /// <inheritdoc/>
        protected override Tensor BySecond(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.negative(ops.multiply(dy, ops.floor(ops.divide(a, b))));
    }
}
