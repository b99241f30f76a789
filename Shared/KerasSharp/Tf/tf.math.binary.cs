using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

// Functions of two tensors, element by element. A side that is a number takes the type of the tensor beside it.
public static partial class tf
{
    /// <summary>Source: <see href="https://www.tensorflow.org/api_docs/python/tf/math"/>.</summary>
    public static partial class math
    {
        /// <summary>x + y, broadcasting.</summary>
        [KerasExport("tf.add")]
        public static Tensor add(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.add", x, y, name) : Operators.add(x.Value!, y.Value!);

        /// <summary>x - y, broadcasting.</summary>
        [KerasExport("tf.subtract")]
        public static Tensor subtract(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.subtract", x, y, name) : Operators.subtract(x.Value!, y.Value!);

        /// <summary>x * y, broadcasting.</summary>
        [KerasExport("tf.multiply")]
        public static Tensor multiply(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.multiply", x, y, name) : Operators.multiply(x.Value!, y.Value!);

        /// <summary>x to the power of y, broadcasting.</summary>
        [KerasExport("tf.pow")]
        public static Tensor pow(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.pow", x, y, name) : Operators.power(x.Value!, y.Value!);

        /// <summary>The larger of both; where they are equal the gradient goes to x.</summary>
        [KerasExport("tf.maximum"), TfFunction("math.maximum", WritesAll = true)]
        public static Tensor maximum(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.maximum", x, y, name) : Both(ops.maximum, x, y);

        /// <summary>The smaller of both; where they are equal the gradient goes to x.</summary>
        [KerasExport("tf.minimum"), TfFunction("math.minimum", WritesAll = true)]
        public static Tensor minimum(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.minimum", x, y, name) : Both(ops.minimum, x, y);

        /// <summary>(x - y)², broadcasting.</summary>
        [TfFunction("math.squared_difference", WritesAll = true)]
        public static Tensor squared_difference(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.squared_difference", x, y, name) : Both(static (a, b) => ops.square(ops.subtract(a, b)), x, y);

        /// <summary>x / y, and 0 where y is 0.</summary>
        [TfFunction("math.divide_no_nan")]
        public static Tensor divide_no_nan(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.divide_no_nan", x, y, name) : Both(ops.divide_no_nan, x, y);

        /// <summary>The quotient, rounded down.</summary>
        [KerasExport("tf.floordiv"), TfFunction("math.floordiv")]
        public static Tensor floordiv(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.floordiv", x, y, name) : Both(ops.floor_divide, x, y);

        /// <summary>The rest of the division, with the sign of y.</summary>
        [KerasExport("tf.math.mod")]
        public static Tensor floormod(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? Lambda.Call("math.floormod", x, y, name) : Operators.mod(x.Value!, y.Value!);

        /// <summary>The angle of the point (y, x).</summary>
        [KerasExport("tf.atan2"), TfFunction("math.atan2", WritesAll = true)]
        public static Tensor atan2(TensorLike y, TensorLike x, string? name = null)
            => Lambda.Takes(y, x) ? Lambda.Call("math.atan2", y, x, name) : Both(ops.arctan2, y, x);

        /// <summary>x / y, broadcasting; of integers float64, as in Python.</summary>
        [KerasExport("tf.divide", "tf.math.truediv", "tf.truediv")]
        public static Tensor divide(TensorLike x, TensorLike y, string? name = null)
            => Lambda.Takes(x, y) ? SymbolicFunctions.Current.Operator("math.truediv", x.Value!, y.Value!) : Operators.truediv(x.Value!, y.Value!);

        /// <summary>The sum of tensors of one shape and type.</summary>
        [KerasExport("tf.add_n"), TfFunction("math.add_n")]
        public static Tensor add_n(Tensor inputs, string? name = null)
            => Lambda.Takes(inputs) ? Lambda.Call("math.add_n", inputs, name) : inputs.Nest.flatten().Aggregate(ops.add);

        private static Tensor Both(Func<Tensor, Tensor, Tensor> operation, TensorLike x, TensorLike y)
        {
            var (a, b) = Lambda.Pair(x.Value, y.Value);
            return operation(a, b);
        }
    }
}
