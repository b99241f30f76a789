using KerasSharp.Engine;
using KerasSharp.Python;

namespace KerasSharp;

public static partial class keras
{
    /// <summary>
    /// Functions of a tensor, element by element (softmax: along an axis); float32, and the result has the shape of the input.
    /// Source: <see href="https://keras.io/api/layers/activations/"/>.
    /// </summary>
    public static partial class activations
    {
        // Klambauer et al. 2017: with these two numbers mean 0 and variance 1 are a fixed point.
        private const double SeluAlpha = 1.6732632423543772;
        private const double SeluScale = 1.0507009873554805;

        /// <summary>x where positive, else alpha · (exp(x) - 1).</summary>
        [KerasExport("keras.activations.elu")]
        public static Tensor elu(Tensor x, double alpha = 1.0) => alpha == 1 ? tf.nn.elu(x) : ops.elu(x, alpha);

        /// <summary>exp(x).</summary>
        [KerasExport("keras.activations.exponential")]
        public static Tensor exponential(Tensor x) => ops.exp(x);

        /// <summary>x · Φ(x), Φ the normal distribution function; approximated by tanh if asked.</summary>
        [KerasExport("keras.activations.gelu")]
        public static Tensor gelu(Tensor x, bool approximate = false) => approximate
            ? 0.5 * x * (1 + ops.tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * ops.square(x)))))
            : 0.5 * x * (1 + ops.erf(x * Math.Sqrt(0.5)));

        /// <summary>0.2 · x + 0.5, cut to 0 … 1. (Keras 3 divides by 6 instead.)</summary>
        [KerasExport("keras.activations.hard_sigmoid")]
        public static Tensor hard_sigmoid(Tensor x) => ops.clip((0.2 * x) + 0.5, 0, 1);

        /// <summary>x where positive, else alpha · x. (Keras 2.15 takes it from <c>tf.nn</c>, by name only.)</summary>
        [KerasExport("keras.activations.leaky_relu")]
        public static Tensor leaky_relu(Tensor x, double alpha = 0.2) => ops.leaky_relu(x, alpha);

        /// <summary>x as it is.</summary>
        [KerasExport("keras.activations.linear")]
        public static Tensor linear(Tensor x) => x;

        /// <summary>The logarithm of softmax over the last axis. (Keras 2.15 takes it from <c>tf.nn</c>, by name only.)</summary>
        [KerasExport("keras.activations.log_softmax")]
        public static Tensor log_softmax(Tensor x)
        {
            var shifted = x - ops.stop_gradient(ops.max(x, -1, keepdims: true));
            return shifted - ops.log(ops.sum(ops.exp(shifted), -1, keepdims: true));
        }

        /// <summary>x · tanh(softplus(x)).</summary>
        [KerasExport("keras.activations.mish")]
        public static Tensor mish(Tensor x) => x * ops.tanh(ops.softplus(x));

        /// <summary>
        /// x where it is at least <paramref name="threshold"/>, at most <paramref name="max_value"/>; below the threshold
        /// <paramref name="alpha"/> · (x - threshold). Without arguments max(x, 0).
        /// </summary>
        [KerasExport("keras.activations.relu")]
        public static Tensor relu(Tensor x, double alpha = 0.0, double? max_value = null, double threshold = 0.0)
        {
            var positive = threshold == 0 ? (max_value == 6 && !x.IsSymbolic ? ops.relu6(x) : tf.nn.relu(x)) : x * ops.cast(ops.greater(x, Tensor.ScalarBeside(x, threshold)), "float32");
            if (max_value is { } max && (max != 6 || threshold != 0 || x.IsSymbolic))
            {
                positive = ops.clip(positive, 0, max);
            }

            return alpha == 0 ? positive
                : threshold == 0 && max_value is null ? ops.leaky_relu(x, alpha)
                : positive - (alpha * ops.relu(threshold - x));
        }

        /// <summary>min(max(x, 0), 6). (Keras 2.15 takes it from <c>tf.nn</c>, by name only.)</summary>
        [KerasExport("keras.activations.relu6")]
        public static Tensor relu6(Tensor x) => relu(x, max_value: 6);

        /// <summary>elu with the two constants that keep mean 0 and variance 1; goes with <c>lecun_normal</c>.</summary>
        [KerasExport("keras.activations.selu")]
        public static Tensor selu(Tensor x)
        {
            // Not from ops.elu: Keras's slope at 0 is that of the positive side.
            var zero = Tensor.ScalarBeside(x, 0);
            return SeluScale * (ops.maximum(x, zero) + (SeluAlpha * ops.expm1(ops.minimum(zero, x))));
        }

        /// <summary>1 / (1 + exp(-x)). Crossentropies compute from what went in.</summary>
        [KerasExport("keras.activations.sigmoid")]
        public static Tensor sigmoid(Tensor x) => ops.sigmoid(x);

        /// <summary>exp(x) / sum(exp(x)) along an axis, or along several together. Crossentropies compute from what went in.</summary>
        /// <exception cref="ValueError">The tensor has rank 1.</exception>
        [KerasExport("keras.activations.softmax")]
        public static Tensor softmax(Tensor x, [KerasDefault(-1)] IntTuple axis = default)
        {
            ArgumentNullException.ThrowIfNull(x);
            if (Lambda.Takes(x) && x.ndim > 1 && (!axis.is_given || axis.is_int))
            {
                return Lambda.Call("nn.softmax", x, axis.is_given ? axis.as_span()[0] : -1, null);
            }

            if (x.ndim < 2)
            {
                throw new ValueError($"Cannot apply softmax to a tensor that is {x.ndim}D. Received input: {PythonFormat.Str(x.numpy())}");
            }

            if (!axis.is_given || axis.as_span().Length == 1)
            {
                return ops.softmax(x, axis.is_given ? axis.as_span()[0] : -1);
            }

            var e = ops.exp(x - ops.stop_gradient(ops.max(x, axis, keepdims: true)));
            var y = e / ops.sum(e, axis, keepdims: true);
            y.Logits = x;
            return y;
        }

        /// <summary>log(1 + exp(x)).</summary>
        [KerasExport("keras.activations.softplus")]
        public static Tensor softplus(Tensor x) => ops.softplus(x);

        /// <summary>x / (1 + |x|).</summary>
        [KerasExport("keras.activations.softsign")]
        public static Tensor softsign(Tensor x) => ops.softsign(x);

        /// <summary>x · sigmoid(x).</summary>
        [KerasExport("keras.activations.swish")]
        [KerasName("keras.activations.silu")]
        public static Tensor swish(Tensor x) => tf.nn.silu(x);

        /// <summary>The hyperbolic tangent.</summary>
        [KerasExport("keras.activations.tanh")]
        public static Tensor tanh(Tensor x) => ops.tanh(x);
    }
}
