using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

public static partial class tf
{
    /// <summary>Source: <see href="https://www.tensorflow.org/api_docs/python/tf/nn"/>.</summary>
    public static partial class nn
    {
        /// <summary>max(x, 0).</summary>
        [TfFunction("nn.relu", WritesAll = true)]
        public static Tensor relu(TensorLike features, string? name = null) => Lambda.Takes(features) ? Lambda.Call("nn.relu", features, name) : ops.relu(features.ToTensor());

        /// <summary>min(max(x, 0), 6).</summary>
        [TfFunction("nn.relu6", WritesAll = true)]
        public static Tensor relu6(TensorLike features, string? name = null) => Lambda.Takes(features) ? Lambda.Call("nn.relu6", features, name) : activations.relu6(features.ToTensor());

        /// <summary>x where positive, else exp(x) - 1.</summary>
        [TfFunction("nn.elu", WritesAll = true)]
        public static Tensor elu(TensorLike features, string? name = null) => Lambda.Takes(features) ? Lambda.Call("nn.elu", features, name) : ops.elu(features.ToTensor());

        /// <summary>elu with the two constants that keep mean 0 and variance 1.</summary>
        [TfFunction("nn.selu", WritesAll = true)]
        public static Tensor selu(TensorLike features, string? name = null) => Lambda.Takes(features) ? Lambda.Call("nn.selu", features, name) : activations.selu(features.ToTensor());

        /// <summary>x where positive, else alpha · x.</summary>
        [TfFunction("nn.leaky_relu")]
        public static Tensor leaky_relu(TensorLike features, double alpha = 0.2, string? name = null)
            => Lambda.Takes(features) ? Lambda.Call("nn.leaky_relu", features, alpha, name) : ops.leaky_relu(features.ToTensor(), alpha);

        /// <summary>x · Φ(x), Φ the normal distribution function; approximated by tanh if asked.</summary>
        [TfFunction("nn.gelu")]
        public static Tensor gelu(TensorLike features, bool approximate = false, string? name = null)
            => Lambda.Takes(features) ? Lambda.Call("nn.gelu", features, approximate, name) : activations.gelu(features.ToTensor(), approximate);

        /// <summary>x · sigmoid(beta · x).</summary>
        [KerasExport("tf.nn.swish"), TfFunction("nn.silu")]
        public static Tensor silu(TensorLike features, double beta = 1.0) => Lambda.Takes(features) ? Lambda.Call("nn.silu", features, beta)
            : beta == 1 ? ops.silu(features.ToTensor()) : ops.multiply(features.ToTensor(), ops.sigmoid(features.ToTensor() * beta));

        /// <summary>log(1 + exp(x)).</summary>
        [KerasExport("tf.math.softplus"), TfFunction("math.softplus")]
        public static Tensor softplus(TensorLike features, string? name = null) => Lambda.Takes(features) ? Lambda.Call("math.softplus", features, name) : ops.softplus(features.ToTensor());

        /// <summary>x / (1 + |x|).</summary>
        [TfFunction("nn.softsign", WritesAll = true)]
        public static Tensor softsign(TensorLike features, string? name = null) => Lambda.Takes(features) ? Lambda.Call("nn.softsign", features, name) : ops.softsign(features.ToTensor());

        /// <summary>log(sigmoid(x)).</summary>
        [KerasExport("tf.math.log_sigmoid"), TfFunction("math.log_sigmoid")]
        public static Tensor log_sigmoid(TensorLike x, string? name = null)
            => Lambda.Takes(x) ? Lambda.Call("math.log_sigmoid", x, name) : ops.negative(ops.softplus(ops.negative(x.ToTensor())));

        /// <summary>exp(x) / sum(exp(x)) along an axis.</summary>
        [KerasExport("tf.math.softmax"), TfFunction("nn.softmax")]
        public static Tensor softmax(TensorLike logits, int? axis = null, string? name = null)
            => Lambda.Takes(logits) ? Lambda.Call("nn.softmax", logits, axis, name) : ops.softmax(logits.ToTensor(), axis ?? -1);

        /// <summary>The logarithm of softmax along an axis.</summary>
        [KerasExport("tf.math.log_softmax"), TfFunction("nn.log_softmax")]
        public static Tensor log_softmax(TensorLike logits, int? axis = null, string? name = null)
            => Lambda.Takes(logits) ? Lambda.Call("nn.log_softmax", logits, axis, name)
                : logits.ToTensor() is var x ? x - ops.logsumexp(x, axis ?? -1, keepdims: true) : x;

        /// <summary>Each element over the euclidean norm along the axes, of all elements if none is given.</summary>
        [KerasExport("tf.math.l2_normalize", "tf.linalg.l2_normalize"), TfFunction("math.l2_normalize")]
        public static Tensor l2_normalize(TensorLike x, IntTuple axis = default, double epsilon = 1e-12, string? name = null)
        {
            if (Lambda.Takes(x))
            {
                return Lambda.Call("math.l2_normalize", x, axis, epsilon, name);
            }

            var tensor = x.ToTensor();
            var squares = ops.sum(ops.square(tensor), axis, keepdims: true);
            return ops.multiply(tensor, ops.rsqrt(ops.maximum(squares, Tensor.Scalar(epsilon, tensor.dtype))));
        }
    }
}
