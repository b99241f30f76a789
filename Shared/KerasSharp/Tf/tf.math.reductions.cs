using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// Reductions over axes.
public static partial class tf
{
    public static partial class math
    {
        /// <summary>The sum over the axes, all if none is given.</summary>
        [KerasExport("tf.reduce_sum"), TfFunction("math.reduce_sum")]
        public static Tensor reduce_sum(TensorLike input_tensor, IntTuple axis = default, bool keepdims = false, string? name = null)
            => Lambda.Takes(input_tensor) ? Lambda.Call("math.reduce_sum", input_tensor, axis, keepdims, name) : ops.sum(input_tensor.ToTensor(), axis, keepdims);

        /// <summary>The mean over the axes, all if none is given.</summary>
        [KerasExport("tf.reduce_mean"), TfFunction("math.reduce_mean")]
        public static Tensor reduce_mean(TensorLike input_tensor, IntTuple axis = default, bool keepdims = false, string? name = null)
            => Lambda.Takes(input_tensor) ? Lambda.Call("math.reduce_mean", input_tensor, axis, keepdims, name) : ops.mean(input_tensor.ToTensor(), axis, keepdims);

        /// <summary>The largest element over the axes. Where several are largest, they share the gradient.</summary>
        [KerasExport("tf.reduce_max"), TfFunction("math.reduce_max")]
        public static Tensor reduce_max(TensorLike input_tensor, IntTuple axis = default, bool keepdims = false, string? name = null)
            => Lambda.Takes(input_tensor) ? Lambda.Call("math.reduce_max", input_tensor, axis, keepdims, name) : ops.max(input_tensor.ToTensor(), axis, keepdims);

        /// <summary>The smallest element over the axes. Where several are smallest, they share the gradient.</summary>
        [KerasExport("tf.reduce_min"), TfFunction("math.reduce_min")]
        public static Tensor reduce_min(TensorLike input_tensor, IntTuple axis = default, bool keepdims = false, string? name = null)
            => Lambda.Takes(input_tensor) ? Lambda.Call("math.reduce_min", input_tensor, axis, keepdims, name) : ops.min(input_tensor.ToTensor(), axis, keepdims);

        /// <summary>The product over the axes.</summary>
        [KerasExport("tf.reduce_prod"), TfFunction("math.reduce_prod")]
        public static Tensor reduce_prod(TensorLike input_tensor, IntTuple axis = default, bool keepdims = false, string? name = null)
            => Lambda.Takes(input_tensor) ? Lambda.Call("math.reduce_prod", input_tensor, axis, keepdims, name) : ops.prod(input_tensor.ToTensor(), axis, keepdims);

        /// <summary>log(sum(exp(x))) over the axes; large numbers do not overflow.</summary>
        [KerasExport("tf.reduce_logsumexp"), TfFunction("math.reduce_logsumexp")]
        public static Tensor reduce_logsumexp(TensorLike input_tensor, IntTuple axis = default, bool keepdims = false, string? name = null)
            => Lambda.Takes(input_tensor) ? Lambda.Call("math.reduce_logsumexp", input_tensor, axis, keepdims, name) : ops.logsumexp(input_tensor.ToTensor(), axis, keepdims);

        /// <summary>The mean of squared distances from the mean, over the axes.</summary>
        [TfFunction("math.reduce_variance")]
        public static Tensor reduce_variance(TensorLike input_tensor, IntTuple axis = default, bool keepdims = false, string? name = null)
            => Lambda.Takes(input_tensor) ? Lambda.Call("math.reduce_variance", input_tensor, axis, keepdims, name) : ops.var(input_tensor.ToTensor(), axis, keepdims);

        /// <summary>The square root of the variance over the axes.</summary>
        [TfFunction("math.reduce_std")]
        public static Tensor reduce_std(TensorLike input_tensor, IntTuple axis = default, bool keepdims = false, string? name = null)
            => Lambda.Takes(input_tensor) ? Lambda.Call("math.reduce_std", input_tensor, axis, keepdims, name) : ops.std(input_tensor.ToTensor(), axis, keepdims);

        /// <summary>Whether any element is true, over the axes.</summary>
        [KerasExport("tf.reduce_any"), TfFunction("math.reduce_any")]
        public static Tensor reduce_any(TensorLike input_tensor, IntTuple axis = default, bool keepdims = false, string? name = null)
            => Lambda.Takes(input_tensor) ? Lambda.Call("math.reduce_any", input_tensor, axis, keepdims, name) : Bools(ops.max, input_tensor.ToTensor(), axis, keepdims);

        /// <summary>Whether all elements are true, over the axes.</summary>
        [KerasExport("tf.reduce_all"), TfFunction("math.reduce_all")]
        public static Tensor reduce_all(TensorLike input_tensor, IntTuple axis = default, bool keepdims = false, string? name = null)
            => Lambda.Takes(input_tensor) ? Lambda.Call("math.reduce_all", input_tensor, axis, keepdims, name) : Bools(ops.min, input_tensor.ToTensor(), axis, keepdims);

        /// <summary>The index of the first largest element along an axis.</summary>
        [KerasExport("tf.argmax"), TfFunction("math.argmax")]
        public static Tensor argmax(TensorLike input, int? axis = null, string output_type = "int64", string? name = null)
            => Lambda.Takes(input) ? Lambda.Call("math.argmax", input, axis, output_type, name) : ops.argmax(input.ToTensor(), axis ?? 0, output_type);

        /// <summary>The index of the first smallest element along an axis.</summary>
        [KerasExport("tf.argmin"), TfFunction("math.argmin")]
        public static Tensor argmin(TensorLike input, int? axis = null, string output_type = "int64", string? name = null)
            => Lambda.Takes(input) ? Lambda.Call("math.argmin", input, axis, output_type, name) : ops.argmin(input.ToTensor(), axis ?? 0, output_type);

        /// <summary>Running sums along an axis.</summary>
        [KerasExport("tf.cumsum"), TfFunction("math.cumsum")]
        public static Tensor cumsum(TensorLike x, int axis = 0, bool exclusive = false, bool reverse = false, string? name = null)
            => Lambda.Takes(x) ? Lambda.Call("math.cumsum", x, axis, exclusive, reverse, name) : ops.cumsum(x.ToTensor(), axis, exclusive, reverse);

        private static Tensor Bools(Func<Tensor, IntTuple, bool, Tensor> reduce, Tensor x, IntTuple axis, bool keepdims)
            => ops.cast(reduce(ops.cast(x, DType.UInt8), axis, keepdims), DType.Bool);
    }
}
