using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// What networks compute in training: crossentropies, dropout, normalization, look-ups.
public static partial class tf
{
    public static partial class nn
    {
        /// <summary>The crossentropy of softmax(logits) with target probabilities along an axis; the gradient reaches both.</summary>
        [TfFunction("nn.softmax_cross_entropy_with_logits")]
        public static Tensor softmax_cross_entropy_with_logits(TensorLike labels, TensorLike logits, int axis = -1, string? name = null)
        {
            if (Lambda.Takes(labels, logits))
            {
                return Lambda.Call("nn.softmax_cross_entropy_with_logits", labels, logits, axis, name);
            }

            var (target, x) = Lambda.Pair(labels.Value, logits.Value);
            var last = Shapes.Axis(axis, x.ndim) == x.ndim - 1;
            return ops.softmax_cross_entropy(last ? target : ops.swapaxes(target, axis, -1), last ? x : ops.swapaxes(x, axis, -1));
        }

        /// <summary>The crossentropy of softmax(logits) with class numbers: labels (…), logits (…, k) → (…).</summary>
        [TfFunction("nn.sparse_softmax_cross_entropy_with_logits")]
        public static Tensor sparse_softmax_cross_entropy_with_logits(TensorLike labels, TensorLike logits, string? name = null)
            => Lambda.Takes(labels, logits) ? Lambda.Call("nn.sparse_softmax_cross_entropy_with_logits", labels, logits, name)
                : ops.softmax_cross_entropy(ops.one_hot(labels.ToTensor(), logits.ToTensor().dim(-1)), logits.ToTensor());

        /// <summary>The crossentropy of sigmoid(logits) with target probabilities, element by element.</summary>
        [TfFunction("nn.sigmoid_cross_entropy_with_logits")]
        public static Tensor sigmoid_cross_entropy_with_logits(TensorLike labels, TensorLike logits, string? name = null)
        {
            if (Lambda.Takes(labels, logits))
            {
                return Lambda.Call("nn.sigmoid_cross_entropy_with_logits", labels, logits, name);
            }

            var (target, x) = Lambda.Pair(labels.Value, logits.Value);
            return ops.sigmoid_cross_entropy(target, x);
        }

        /// <summary>Drops each element with a probability and scales the others, so that the mean stays.</summary>
        /// <param name="x">float32.</param>
        /// <param name="rate">The probability, in [0, 1).</param>
        /// <param name="noise_shape">The shape that is drawn for and broadcast; that of x if not given.</param>
        /// <param name="seed">Makes the same elements drop again; the global generator draws if not given.</param>
        /// <param name="name">A name that configurations keep.</param>
        /// <exception cref="ValueError">The rate is out of range.</exception>
        [TfFunction("nn.dropout")]
        public static Tensor dropout(TensorLike x, double rate, ShapeLike noise_shape = default, int? seed = null, string? name = null)
        {
            if (Lambda.Takes(x))
            {
                return Lambda.Call("nn.dropout", x, rate, noise_shape, seed, name);
            }

            var tensor = x.ToTensor();
            return rate is < 0 or >= 1 ? throw new ValueError($"`rate` must be a scalar tensor or a float in the range [0, 1). Received: rate={rate}")
                : rate == 0 || tensor.IsSymbolic ? tensor
                : ops.multiply(tensor, ops.dropout_mask(noise_shape.is_given ? noise_shape.Resolve() : tensor.DimsArray, rate, Seeds.Stream("RandomUniform", () => seed)));
        }

        /// <summary>(x - mean) / sqrt(variance + epsilon) · scale + offset.</summary>
        [TfFunction("nn.batch_normalization")]
        public static Tensor batch_normalization(TensorLike x, TensorLike mean, TensorLike variance, TensorLike offset, TensorLike scale, double variance_epsilon, string? name = null)
        {
            if (Lambda.Takes(x, mean, variance, offset, scale))
            {
                return Lambda.Call("nn.batch_normalization", x, mean, variance, offset, scale, variance_epsilon, name);
            }

            var factor = ops.rsqrt(variance.ToTensor() + variance_epsilon);
            factor = scale.is_given ? ops.multiply(factor, scale.ToTensor()) : factor;
            var shift = ops.multiply(mean.ToTensor(), factor);
            return ops.add(ops.multiply(x.ToTensor(), factor), offset.is_given ? ops.subtract(offset.ToTensor(), shift) : ops.negative(shift));
        }

        /// <summary>The mean and the variance over the axes: <c>var (mean, variance) = tf.nn.moments(x, 0)</c>.</summary>
        public static Tensor moments(TensorLike x, IntTuple axes, bool keepdims = false, string? name = null)
        {
            var mean = math.reduce_mean(x, axes, keepdims: true);
            var variance = math.reduce_mean(math.squared_difference(x, stop_gradient(mean)), axes, keepdims: true);
            return keepdims ? (mean, variance) : (squeeze(mean, axes), squeeze(variance, axes));
        }

        /// <summary>A bias for each channel.</summary>
        [TfFunction("nn.bias_add")]
        public static Tensor bias_add(TensorLike value, TensorLike bias, string? data_format = null, string? name = null)
            => Lambda.Takes(value, bias) ? Lambda.Call("nn.bias_add", value, bias, data_format, name)
                : data_format is "NCHW" or "NC" ? ops.add(value.ToTensor(), ops.reshape(bias.ToTensor(), [-1, .. Enumerable.Repeat(1, value.ToTensor().ndim - 2)]))
                : ops.add(value.ToTensor(), bias.ToTensor());

        /// <summary>The rows of a table by number.</summary>
        [TfFunction("nn.embedding_lookup")]
        public static Tensor embedding_lookup(TensorLike @params, TensorLike ids, double? max_norm = null, string? name = null)
            => max_norm is not null ? throw new NotImplementedError($"`max_norm` is not supported. Received: max_norm={max_norm}")
                : Lambda.Takes(@params, ids) ? Lambda.Call("nn.embedding_lookup", @params, ids, max_norm, name) : ops.take(@params.ToTensor(), ids.ToTensor(), 0);
    }

    public static partial class math
    {
        /// <summary>The k largest elements of the last axis and their positions: <c>var (values, indices) = tf.math.top_k(x, k: 2)</c>.</summary>
        /// <exception cref="ValueError">There are not k elements.</exception>
        [KerasExport("tf.nn.top_k"), TfFunction("math.top_k")]
        public static Tensor top_k(TensorLike input, int k = 1, bool sorted = true, string? name = null)
        {
            if (Lambda.Takes(input))
            {
                return Lambda.Call("math.top_k", input, k, sorted, name);
            }

            var (values, indices) = ops.top_k(input.ToTensor(), k);
            return (values, indices);
        }
    }
}
