using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// Functions of each element. TensorFlow has most of them under tf itself too.
public static partial class tf
{
    public static partial class math
    {
        /// <summary>The absolute value of each element. Its gradient at 0 is 0.</summary>
        [KerasExport("tf.abs"), TfFunction("math.abs")]
        public static Tensor abs(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.abs", x, name) : ops.abs(x.ToTensor());

        /// <summary>The negative of each element.</summary>
        [KerasExport("tf.negative"), TfFunction("math.negative", WritesAll = true)]
        public static Tensor negative(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.negative", x, name) : ops.negative(x.ToTensor());

        /// <summary>-1, 0 or 1 by the sign of each element.</summary>
        [KerasExport("tf.sign"), TfFunction("math.sign")]
        public static Tensor sign(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.sign", x, name) : ops.sign(x.ToTensor());

        /// <summary>Each element times itself.</summary>
        [KerasExport("tf.square"), TfFunction("math.square", WritesAll = true)]
        public static Tensor square(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.square", x, name) : ops.square(x.ToTensor());

        /// <summary>The square root of each element.</summary>
        [KerasExport("tf.sqrt"), TfFunction("math.sqrt")]
        public static Tensor sqrt(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.sqrt", x, name) : ops.sqrt(x.ToTensor());

        /// <summary>1 over the square root of each element.</summary>
        [TfFunction("math.rsqrt")]
        public static Tensor rsqrt(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.rsqrt", x, name) : ops.rsqrt(x.ToTensor());

        /// <summary>1 over each element.</summary>
        [TfFunction("math.reciprocal", WritesAll = true)]
        public static Tensor reciprocal(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.reciprocal", x, name) : ops.reciprocal(x.ToTensor());

        /// <summary>e to the power of each element.</summary>
        [KerasExport("tf.exp"), TfFunction("math.exp")]
        public static Tensor exp(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.exp", x, name) : ops.exp(x.ToTensor());

        /// <summary>exp(x) - 1, exact near 0.</summary>
        [TfFunction("math.expm1", WritesAll = true)]
        public static Tensor expm1(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.expm1", x, name) : ops.expm1(x.ToTensor());

        /// <summary>The natural logarithm of each element.</summary>
        [TfFunction("math.log", WritesAll = true)]
        public static Tensor log(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.log", x, name) : ops.log(x.ToTensor());

        /// <summary>log(1 + x), exact near 0.</summary>
        [TfFunction("math.log1p", WritesAll = true)]
        public static Tensor log1p(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.log1p", x, name) : ops.log1p(x.ToTensor());

        /// <summary>The sine of each element.</summary>
        [KerasExport("tf.sin"), TfFunction("math.sin", WritesAll = true)]
        public static Tensor sin(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.sin", x, name) : ops.sin(x.ToTensor());

        /// <summary>The cosine of each element.</summary>
        [KerasExport("tf.cos"), TfFunction("math.cos", WritesAll = true)]
        public static Tensor cos(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.cos", x, name) : ops.cos(x.ToTensor());

        /// <summary>The tangent of each element.</summary>
        [KerasExport("tf.tan"), TfFunction("math.tan", WritesAll = true)]
        public static Tensor tan(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.tan", x, name) : ops.tan(x.ToTensor());

        /// <summary>The inverse sine of each element.</summary>
        [KerasExport("tf.asin"), TfFunction("math.asin", WritesAll = true)]
        public static Tensor asin(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.asin", x, name) : ops.arcsin(x.ToTensor());
    }
}
