using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>x1 / x2, and 0 where x2 is 0.</summary>
            /// <exception cref="ValueError">The shapes do not broadcast.</exception>
            /// <exception cref="TypeError">The types differ, or do not compute.</exception>
            public static Tensor divide_no_nan(Tensor x1, Tensor x2) => Ops.DivideNoNan.Instance.apply(x1, x2);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>x1 / x2, and 0 where x2 is 0.</summary>
    internal sealed class DivideNoNan() : BinaryOperation(BinaryOp.DivideNoNan)
    {
        public static readonly DivideNoNan Instance = new();

        /// <inheritdoc/>
        protected override Tensor ByFirst(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.divide_no_nan(dy, b);

        /// <inheritdoc/>
        protected override Tensor BySecond(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.negative(ops.divide_no_nan(ops.multiply(dy, y), b));
    }
}
