using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    public static partial class ops
    {
        /// <summary>exp(x) / sum(exp(x)) along an axis. The result remembers x, which crossentropies compute from.</summary>
        public static Tensor softmax(Tensor x, int axis = -1)
        {
            RequireFloat(x, "softmax");
            axis = Shapes.Axis(axis, x.ndim);
            if (axis != x.ndim - 1)
            {
                return swapaxes(softmax(swapaxes(x, axis, -1)), axis, -1);
            }

            var y = Tensor.EmptyLike(x);
            ((ISoftmax)Backend.Current).Softmax(x, y);
            y.Logits = x;
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(y, [x], (dy, _) =>
                {
                    var dx = Tensor.EmptyLike(x);
                    ((ISoftmax)Backend.Current).SoftmaxGradient(y, dy, dx);
                    return [dx];
                });
            }

            return y;
        }

        /// <summary>Exchanges two axes.</summary>
        public static Tensor swapaxes(Tensor x, int axis1, int axis2)
        {
            int[] permutation = [.. Enumerable.Range(0, x.ndim)];
            (axis1, axis2) = (Shapes.Axis(axis1, x.ndim), Shapes.Axis(axis2, x.ndim));
            (permutation[axis1], permutation[axis2]) = (permutation[axis2], permutation[axis1]);
            return transpose(x, permutation);
        }

        /// <summary>
        /// Cross-entropy between target probabilities and softmax(logits) over the last axis: (…, k), (…, k) → (…). Computed from the
        /// logits in one pass, with its gradient, so that nothing overflows and no probability is clipped.
        /// </summary>
        internal static Tensor softmax_cross_entropy(Tensor target, Tensor logits)
        {
            RequireFloat(target, "softmax_cross_entropy");
            RequireFloat(logits, "softmax_cross_entropy");
            var loss = Tensor.Empty(DType.Float32, logits.Dims[..^1].ToArray());
            var gradient = Tensor.EmptyLike(logits);
            ((ISoftmax)Backend.Current).SoftmaxCrossEntropy(logits, target, loss, gradient);
            if (GradientTape.IsRecording)
            {
                GradientTape.Record(loss, [logits], (dy, _) => [multiply(gradient, expand_dims(dy, -1))]);
            }

            return loss;
        }
    }
}
