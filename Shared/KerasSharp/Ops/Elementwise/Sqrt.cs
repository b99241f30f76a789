using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>The square root of each element.</summary>
            public static Tensor sqrt(Tensor x) => Ops.Sqrt.Instance.apply(x);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The square root of each element.</summary>
    internal sealed class Sqrt() : UnaryOperation(UnaryOp.Sqrt)
    {
        public static readonly Sqrt Instance = new();

        /// <inheritdoc/>
        protected override bool HasFusedGradient => false;

        /// <inheritdoc/>
        protected override Tensor Derivative(Tensor x, Tensor y) => 0.5 / y;

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        {
            // Where nothing comes back, nothing goes on, also at 0 and below: as in TensorFlow, so that `where` can keep such elements out.
            var zeros = ops.zeros_like(dy);
            var isOut = ops.logical_and(ops.equal(dy, zeros), ops.logical_not(ops.greater(output, zeros)));
            return [ops.where(isOut, zeros, ops.multiply(dy, Derivative(inputs[0], output)))];
        }
    }
}
