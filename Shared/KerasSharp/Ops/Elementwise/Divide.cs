using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>x1 / x2, broadcasting; float tensors.</summary>
            /// <exception cref="ValueError">The shapes do not broadcast.</exception>
            /// <exception cref="TypeError">The types differ, or do not compute.</exception>
            public static Tensor divide(Tensor x1, Tensor x2) => Ops.Divide.Instance.apply(x1, x2);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>x1 / x2, broadcasting; float tensors.</summary>
    internal sealed class Divide() : BinaryOperation(BinaryOp.Divide)
    {
        public static readonly Divide Instance = new();

        /// <inheritdoc/>
        protected override Tensor ByFirst(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.divide(dy, b);

        /// <inheritdoc/>
        protected override Tensor BySecond(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.negative(ops.divide(ops.multiply(dy, y), b));
    }
}
