using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The smaller of both, broadcasting. Where they are equal the gradient goes to x1.</summary>
            /// <exception cref="ValueError">The shapes do not broadcast.</exception>
            /// <exception cref="TypeError">The types differ, or do not compute.</exception>
            public static Tensor minimum(Tensor x1, Tensor x2) => Ops.Minimum.Instance.apply(x1, x2);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The smaller of both, broadcasting. Where they are equal the gradient goes to x1.</summary>
    internal sealed class Minimum() : BinaryOperation(BinaryOp.Minimum)
    {
        public static readonly Minimum Instance = new();

        /// <inheritdoc/>
        protected override Tensor ByFirst(Tensor a, Tensor b, Tensor y, Tensor dy) => Where(ops.less_equal(a, b), dy);

        /// <inheritdoc/>
        protected override Tensor BySecond(Tensor a, Tensor b, Tensor y, Tensor dy) => Where(ops.greater(a, b), dy);
    }
}
