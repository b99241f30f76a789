using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>floor(x1 / x2), broadcasting; integers too.</summary>
            /// <exception cref="ValueError">The shapes do not broadcast.</exception>
            /// <exception cref="TypeError">The types differ, or do not compute.</exception>
            public static Tensor floor_divide(Tensor x1, Tensor x2) => Ops.FloorDivide.Instance.apply(x1, x2);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>floor(x1 / x2), broadcasting; integers too.</summary>
    internal sealed class FloorDivide() : BinaryOperation(BinaryOp.FloorDivide)
    {
        public static readonly FloorDivide Instance = new();

        /// <inheritdoc/>
        protected internal override bool IsDifferentiable => false;

        /// <inheritdoc/>
        protected override Tensor ByFirst(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.zeros_like(y);

        /// <inheritdoc/>
        protected override Tensor BySecond(Tensor a, Tensor b, Tensor y, Tensor dy) => ops.zeros_like(y);
    }
}
