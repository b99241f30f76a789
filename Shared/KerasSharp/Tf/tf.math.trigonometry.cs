using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// More functions of each element, from the trigonometric ones on.
public static partial class tf
{
    public static partial class math
    {
        /// <summary>The inverse cosine of each element.</summary>
        [KerasExport("tf.acos"), TfFunction("math.acos", WritesAll = true)]
        public static Tensor acos(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.acos", x, name) : ops.arccos(x.ToTensor());

        /// <summary>The inverse tangent of each element.</summary>
        [KerasExport("tf.atan"), TfFunction("math.atan", WritesAll = true)]
        public static Tensor atan(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.atan", x, name) : ops.arctan(x.ToTensor());

        /// <summary>The hyperbolic sine of each element.</summary>
        [KerasExport("tf.sinh"), TfFunction("math.sinh", WritesAll = true)]
        public static Tensor sinh(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.sinh", x, name) : ops.sinh(x.ToTensor());

        /// <summary>The hyperbolic cosine of each element.</summary>
        [KerasExport("tf.cosh"), TfFunction("math.cosh", WritesAll = true)]
        public static Tensor cosh(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.cosh", x, name) : ops.cosh(x.ToTensor());

        /// <summary>The hyperbolic tangent of each element.</summary>
        [KerasExport("tf.tanh", "tf.nn.tanh"), TfFunction("math.tanh", WritesAll = true)]
        public static Tensor tanh(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.tanh", x, name) : ops.tanh(x.ToTensor());

        /// <summary>The inverse hyperbolic sine of each element.</summary>
        [KerasExport("tf.asinh"), TfFunction("math.asinh", WritesAll = true)]
        public static Tensor asinh(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.asinh", x, name) : ops.arcsinh(x.ToTensor());

        /// <summary>The inverse hyperbolic cosine of each element.</summary>
        [KerasExport("tf.acosh"), TfFunction("math.acosh", WritesAll = true)]
        public static Tensor acosh(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.acosh", x, name) : ops.arccosh(x.ToTensor());

        /// <summary>The inverse hyperbolic tangent of each element.</summary>
        [KerasExport("tf.atanh"), TfFunction("math.atanh", WritesAll = true)]
        public static Tensor atanh(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.atanh", x, name) : ops.arctanh(x.ToTensor());

        /// <summary>The largest whole number that is not above each element.</summary>
        [KerasExport("tf.floor"), TfFunction("math.floor", WritesAll = true)]
        public static Tensor floor(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.floor", x, name) : x.ToTensor() is var t && t.dtype.IsFloating() ? ops.floor(t) : t;

        /// <summary>The smallest whole number that is not below each element.</summary>
        [TfFunction("math.ceil")]
        public static Tensor ceil(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.ceil", x, name) : x.ToTensor() is var t && t.dtype.IsFloating() ? ops.ceil(t) : t;

        /// <summary>The nearest whole number; of two the even one.</summary>
        [KerasExport("tf.round"), TfFunction("math.round")]
        public static Tensor round(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.round", x, name) : x.ToTensor() is var t && t.dtype.IsFloating() ? ops.round(t) : t;

        /// <summary>1 / (1 + exp(-x)) of each element.</summary>
        [KerasExport("tf.sigmoid", "tf.nn.sigmoid"), TfFunction("math.sigmoid")]
        public static Tensor sigmoid(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.sigmoid", x, name) : ops.sigmoid(x.ToTensor());

        /// <summary>The error function of each element.</summary>
        [TfFunction("math.erf", WritesAll = true)]
        public static Tensor erf(TensorLike x, string? name = null) => Lambda.Takes(x) ? Lambda.Call("math.erf", x, name) : ops.erf(x.ToTensor());
    }
}
