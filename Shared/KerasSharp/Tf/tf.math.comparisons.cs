using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// Comparisons and logic, element by element.
public static partial class tf
{
    public static partial class math
    {
        /// <summary>x == y, element by element; bool.</summary>
        [KerasExport("tf.equal"), TfFunction("math.equal")]
        public static Tensor equal(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.equal", x, y, name) : Both(ops.equal, x, y);

        /// <summary>x != y, element by element; bool.</summary>
        [KerasExport("tf.not_equal"), TfFunction("math.not_equal")]
        public static Tensor not_equal(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.not_equal", x, y, name) : Both(ops.not_equal, x, y);

        /// <summary>x &lt; y, element by element; bool.</summary>
        [KerasExport("tf.less")]
        public static Tensor less(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? SymbolicFunctions.Current.Operator("math.less", x.Value!, y.Value!) : Operators.less(x.Value!, y.Value!);

        /// <summary>x &lt;= y, element by element; bool.</summary>
        [KerasExport("tf.less_equal")]
        public static Tensor less_equal(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? SymbolicFunctions.Current.Operator("math.less_equal", x.Value!, y.Value!) : Operators.less_equal(x.Value!, y.Value!);

        /// <summary>x &gt; y, element by element; bool.</summary>
        [KerasExport("tf.greater")]
        public static Tensor greater(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? SymbolicFunctions.Current.Operator("math.greater", x.Value!, y.Value!) : Operators.greater(x.Value!, y.Value!);

        /// <summary>x &gt;= y, element by element; bool.</summary>
        [KerasExport("tf.greater_equal")]
        public static Tensor greater_equal(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? SymbolicFunctions.Current.Operator("math.greater_equal", x.Value!, y.Value!) : Operators.greater_equal(x.Value!, y.Value!);

        /// <summary>x and y, element by element; bool.</summary>
        [KerasExport("tf.logical_and")]
        public static Tensor logical_and(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? SymbolicFunctions.Current.Operator("math.logical_and", x.Value!, y.Value!) : Operators.logical_and(x.Value!, y.Value!);

        /// <summary>x or y, element by element; bool.</summary>
        [KerasExport("tf.logical_or")]
        public static Tensor logical_or(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? SymbolicFunctions.Current.Operator("math.logical_or", x.Value!, y.Value!) : Operators.logical_or(x.Value!, y.Value!);

        /// <summary>Not x, element by element; bool.</summary>
        [KerasExport("tf.logical_not"), TfFunction("math.logical_not", WritesAll = true)]
        public static Tensor logical_not(TensorLike x, string? name = null)
            => Lambda.Takes(x) ? Lambda.Call("math.logical_not", x, name) : ops.logical_not(x.ToTensor());

        /// <summary>Either x or y, element by element; bool.</summary>
        public static Tensor logical_xor(TensorLike x, TensorLike y, string? name = null)
        {
            var (a, b) = Lambda.Pair(x.Value, y.Value);
            return a ^ b;
        }

        /// <summary>Whether each element is not a number.</summary>
        [TfFunction("math.is_nan", WritesAll = true)]
        public static Tensor is_nan(TensorLike x, string? name = null)
            => Lambda.Takes(x) ? Lambda.Call("math.is_nan", x, name) : x.ToTensor() is var t ? ops.not_equal(t, t) : t;

        /// <summary>Whether each element is an infinity.</summary>
        [TfFunction("math.is_inf", WritesAll = true)]
        public static Tensor is_inf(TensorLike x, string? name = null)
            => Lambda.Takes(x) ? Lambda.Call("math.is_inf", x, name) : Is(x.ToTensor(), double.PositiveInfinity);

        /// <summary>Whether each element is a number, and no infinity.</summary>
        [TfFunction("math.is_finite", WritesAll = true)]
        public static Tensor is_finite(TensorLike x, string? name = null)
            => Lambda.Takes(x) ? Lambda.Call("math.is_finite", x, name) : ops.less(ops.abs(x.ToTensor()), Tensor.Scalar(double.PositiveInfinity, x.ToTensor().dtype));

        private static Tensor Is(Tensor x, double value) => ops.equal(ops.abs(x), Tensor.Scalar(value, x.dtype));
    }
}
