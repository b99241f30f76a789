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
            /// Cross-entropy between target probabilities and softmax(logits) over the last axis: (…, k), (…, k) → (…). Computed from the
            /// logits in one pass, with its gradient, so that nothing overflows and no probability is clipped.
            /// </summary>
            internal static Tensor softmax_cross_entropy(Tensor target, Tensor logits) => new Ops.SoftmaxCrossEntropy().apply(logits, target);

            /// <summary>log(softmax(x)) over the last axis.</summary>
            internal static Tensor log_softmax(Tensor x) => x - logsumexp(x, -1, keepdims: true);
        }
    }
}

namespace KerasSharp.Ops
{
    /// <summary>The cross-entropy of softmax(logits) with target probabilities over the last axis.</summary>
    internal sealed class SoftmaxCrossEntropy : Operation
    {
        private Tensor? byLogits;

        /// <inheritdoc/>
        public override string name => "SoftmaxCrossEntropyWithLogits";

        /// <inheritdoc/>
        protected internal override OutputSpec infer(Tensor[] inputs)
        {
            RequireFloat32(inputs[0]);
            RequireFloat32(inputs[1]);
            if (inputs[0].ndim == 0 || !Shapes.Fit(inputs[0].Dims, inputs[1].Dims))
            {
                throw new ValueError($"logits and labels must have the same shape, of at least one axis. Received: logits.shape={inputs[0].shape}, labels.shape={inputs[1].shape}");
            }

            return new(DType.Float32, inputs[0].Dims[..^1].ToArray());
        }

        /// <inheritdoc/>
        protected override void run(IBackend backend, Tensor[] inputs, Tensor output)
        {
            var (logits, target) = (inputs[0], inputs[1]);
            if (logits.size == 0)
            {
                backend.Fill(output, 0);
                return;
            }

            if (backend is ISoftmax fused)
            {
                byLogits = Tensor.EmptyLike(logits);
                fused.SoftmaxCrossEntropy(logits, target, output, byLogits);
                return;
            }

            using (new NoTape())
            {
                backend.Copy(ops.negative(ops.sum(ops.multiply(target, ops.log_softmax(logits)), -1)), output);
            }
        }

        /// <inheritdoc/>
        protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
        {
            var (logits, target) = (inputs[0], inputs[1]);
            dy = ops.expand_dims(dy, -1);
            return
            [
                !needs[0] ? null : ops.multiply(dy, byLogits is not null && !GradientTape.IsRecording ? byLogits
                    : ops.subtract(ops.multiply(ops.softmax(logits), ops.sum(target, -1, keepdims: true)), target)),
                needs[1] ? ops.negative(ops.multiply(dy, ops.log_softmax(logits))) : null,
            ];
        }
    }
}
