using KerasSharp.Engine;

namespace KerasSharp;

public static partial class keras
{
    // Functions of tensors as older Keras programs call them: each is one of TensorFlow's.
    public static partial class backend
    {
        /// <summary>The sum over the axes, all if none is given.</summary>
        public static Tensor sum(TensorLike x, IntTuple axis = default, bool keepdims = false) => tf.math.reduce_sum(x, axis, keepdims);

        /// <summary>The mean over the axes, all if none is given.</summary>
        public static Tensor mean(TensorLike x, IntTuple axis = default, bool keepdims = false) => tf.math.reduce_mean(x, axis, keepdims);

        /// <summary>The largest element over the axes.</summary>
        public static Tensor max(TensorLike x, IntTuple axis = default, bool keepdims = false) => tf.math.reduce_max(x, axis, keepdims);

        /// <summary>The smallest element over the axes.</summary>
        public static Tensor min(TensorLike x, IntTuple axis = default, bool keepdims = false) => tf.math.reduce_min(x, axis, keepdims);

        /// <summary>Each element times itself.</summary>
        public static Tensor square(TensorLike x) => tf.math.square(x);

        /// <summary>The square root of each element; negative ones count as 0.</summary>
        public static Tensor sqrt(TensorLike x) => tf.math.sqrt(tf.math.maximum(x, 0.0));

        /// <summary>The absolute value of each element.</summary>
        public static Tensor abs(TensorLike x) => tf.math.abs(x);

        /// <summary>e to the power of each element.</summary>
        public static Tensor exp(TensorLike x) => tf.math.exp(x);

        /// <summary>The natural logarithm of each element.</summary>
        public static Tensor log(TensorLike x) => tf.math.log(x);

        /// <summary>x to the power of a.</summary>
        public static Tensor pow(TensorLike x, TensorLike a) => tf.math.pow(x, a);

        /// <summary>The larger of both.</summary>
        public static Tensor maximum(TensorLike x, TensorLike y) => tf.math.maximum(x, y);

        /// <summary>The smaller of both.</summary>
        public static Tensor minimum(TensorLike x, TensorLike y) => tf.math.minimum(x, y);

        /// <summary>The elements between two bounds.</summary>
        public static Tensor clip(TensorLike x, TensorLike min_value, TensorLike max_value) => tf.clip_by_value(x, min_value, max_value);

        /// <summary>max(x, 0); with arguments as <c>keras.activations.relu</c>.</summary>
        public static Tensor relu(TensorLike x, double alpha = 0.0, double? max_value = null, double threshold = 0.0)
            => activations.relu(x.ToTensor(), alpha, max_value, threshold);

        /// <summary>1 / (1 + exp(-x)).</summary>
        public static Tensor sigmoid(TensorLike x) => tf.math.sigmoid(x);

        /// <summary>exp(x) / sum(exp(x)) along an axis.</summary>
        public static Tensor softmax(TensorLike x, int axis = -1) => tf.nn.softmax(x, axis);

        /// <summary>Each element over the euclidean norm along an axis.</summary>
        public static Tensor l2_normalize(TensorLike x, IntTuple axis = default) => tf.nn.l2_normalize(x, axis);

        /// <summary>One more axis of length 1.</summary>
        public static Tensor expand_dims(TensorLike x, int axis = -1) => tf.expand_dims(x, axis);

        /// <summary>The same elements in another shape.</summary>
        public static Tensor reshape(TensorLike x, ShapeLike shape) => tf.reshape(x, shape);

        /// <summary>Reorders the axes.</summary>
        public static Tensor permute_dimensions(TensorLike x, IntTuple pattern) => tf.transpose(x, pattern);

        /// <summary>Joins tensors along an axis.</summary>
        public static Tensor concatenate(Tensor tensors, int axis = -1)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            var rank = tensors.Nest.flatten()[0].ndim;
            return tf.concat(tensors, axis < 0 && rank > 0 ? axis + rank : axis);
        }

        /// <summary>Joins tensors of one shape along a new axis.</summary>
        public static Tensor stack(Tensor x, int axis = 0) => tf.stack(x, axis);

        /// <summary>One row of all elements.</summary>
        public static Tensor flatten(TensorLike x) => tf.reshape(x, [-1]);

        /// <summary>A matrix: one row for each element of the first axis.</summary>
        [TfFunction("keras.backend.batch_flatten")]
        public static Tensor batch_flatten(TensorLike x)
        {
            if (Lambda.Takes(x))
            {
                return Lambda.Call("keras.backend.batch_flatten", x);
            }

            var tensor = x.ToTensor();
            return tensor.IsSymbolic ? Lambda.Unknown(tensor.dtype, -1, -1) : ops.reshape(tensor, -1, CheckedGeometry.Size(tensor.Dims[1..]));
        }

        /// <summary>The matrix product.</summary>
        public static Tensor dot(TensorLike x, TensorLike y)
        {
            var (a, b) = Lambda.Pair(x.Value, y.Value);
            return a.ndim <= 2 && b.ndim <= 2 ? tf.linalg.matmul(a, b) : tf.linalg.tensordot(a, b, [[a.ndim - 1], [Math.Max(0, b.ndim - 2)]]);
        }

        /// <summary>The matrix product for each element of the first axis, over one axis of each.</summary>
        public static Tensor batch_dot(Tensor x, Tensor y, IntTuple axes = default) => BatchProducts.Dot(x, y, axes);

        /// <summary>The shape as a tensor.</summary>
        public static Tensor shape(TensorLike x) => tf.shape(x);

        /// <summary>The shape as far as it is known.</summary>
        public static TensorShape int_shape(Tensor x)
        {
            ArgumentNullException.ThrowIfNull(x);
            return x.shape;
        }

        /// <summary>Converts the elements.</summary>
        public static Tensor cast(TensorLike x, DTypeLike dtype) => tf.cast(x, dtype);

        /// <summary>Zeros of the shape of x.</summary>
        public static Tensor zeros_like(TensorLike x, DTypeLike dtype = default, string? name = null) => tf.zeros_like(x, dtype, name);

        /// <summary>Ones of the shape of x.</summary>
        public static Tensor ones_like(TensorLike x, DTypeLike dtype = default, string? name = null) => tf.ones_like(x, dtype, name);

        /// <summary>Whether a tensor is symbolic: what <c>keras.Input</c> and layers give when a model is being built.</summary>
        public static bool is_keras_tensor(Tensor x) => x is KerasTensor;
    }
}
