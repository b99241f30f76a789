using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class ops
        {
            /// <summary>
            /// Cross-entropy between target probabilities and sigmoid(logits), element by element, both of one shape. As
            /// <c>max(x, 0) - x · t + log(1 + exp(-|x|))</c> nothing overflows, and the gradient is <c>sigmoid(x) - t</c> everywhere.
            /// </summary>
            internal static Tensor sigmoid_cross_entropy(Tensor target, Tensor logits) => Ops.SigmoidCrossEntropy.Instance.apply(logits, target);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The cross-entropy of sigmoid(logits) with target probabilities, element by element.</summary>
    internal sealed class SigmoidCrossEntropy : Operation
    {
        public static readonly SigmoidCrossEntropy Instance = new();

        /// <inheritdoc/>
        public override string name => "sigmoid_cross_entropy_with_logits";

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            RequireFloat32(inputs[0]);
            RequireFloat32(inputs[1]);
            return Shapes.Fit(inputs[0].Dims, inputs[1].Dims) ? new(DType.Float32, inputs[0].DimsArray)
                : throw new ValueError($"`logits` and `labels` must have the same shape, received ({inputs[0].shape} vs {inputs[1].shape}).");
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            var (logits, target) = (inputs[0], inputs[1]);
            Tensor distance = Tensor.EmptyLike(logits), rest = Tensor.EmptyLike(logits);
            backend.Unary(UnaryOp.Abs, logits, distance);
            backend.Unary(UnaryOp.Negative, distance, distance);
            backend.Unary(UnaryOp.Softplus, distance, rest);
            backend.Unary(UnaryOp.Relu, logits, output);
            backend.Binary(BinaryOp.Add, output, rest, output);
            backend.Binary(BinaryOp.Multiply, logits, target, rest);
            backend.Binary(BinaryOp.Subtract, output, rest, output);
        }

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs) =>
        [
            needs[0] ? ops.multiply(dy, ops.subtract(ops.sigmoid(inputs[0]), inputs[1])) : null,
            needs[1] ? ops.negative(ops.multiply(dy, inputs[0])) : null,
        ];
    }
}
