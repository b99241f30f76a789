using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The larger of both, broadcasting. Where they are equal the gradient goes to x1. Of bool: or.</summary>
            /// <exception cref="ValueError">The shapes do not broadcast.</exception>
            /// <exception cref="TypeError">The types differ, or do not compute.</exception>
            public static Tensor maximum(Tensor x1, Tensor x2) => Ops.Maximum.Instance.apply(x1, x2);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The larger of both, broadcasting. Where they are equal the gradient goes to x1. Of bool: or.</summary>
    internal sealed class Maximum() : BinaryOperation(BinaryOp.Maximum)
    {
        public static readonly Maximum Instance = new();

        /// <inheritdoc/>
        protected override Tensor ByFirst(Tensor a, Tensor b, Tensor y, Tensor dy) => Where(ops.greater_equal(a, b), dy);

        /// <inheritdoc/>
        protected override Tensor BySecond(Tensor a, Tensor b, Tensor y, Tensor dy) => Where(ops.less(a, b), dy);
    }
}
