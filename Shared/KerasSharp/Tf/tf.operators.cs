using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

public static partial class tf
{
    /// <summary>What Python's operators are called in configurations. A side that is a number takes the tensor's type.</summary>
    internal static class Operators
    {
        [TfFunction("__operators__.add", "math.add")]
        internal static Tensor add(object x, object y, string? name = null) => Apply(ops.add, x, y);

        [TfFunction("math.subtract")]
        internal static Tensor subtract(object x, object y, string? name = null) => Apply(ops.subtract, x, y);

        [TfFunction("math.multiply")]
        internal static Tensor multiply(object x, object y, string? name = null) => Apply(ops.multiply, x, y);

        [TfFunction("math.truediv", "math.divide")]
        internal static Tensor truediv(object x, object y, string? name = null) => Apply(ops.true_divide, x, y);

        [TfFunction("math.floormod")]
        internal static Tensor floormod(object x, object y, string? name = null) => Apply(ops.mod, x, y);

        [TfFunction("math.less")]
        internal static Tensor less(object x, object y, string? name = null) => Apply(ops.less, x, y);

        [TfFunction("math.less_equal")]
        internal static Tensor less_equal(object x, object y, string? name = null) => Apply(ops.less_equal, x, y);

        [TfFunction("math.greater")]
        internal static Tensor greater(object x, object y, string? name = null) => Apply(ops.greater, x, y);

        [TfFunction("math.greater_equal")]
        internal static Tensor greater_equal(object x, object y, string? name = null) => Apply(ops.greater_equal, x, y);

        [TfFunction("math.logical_and")]
        internal static Tensor logical_and(object x, object y, string? name = null) => Apply(ops.logical_and, x, y);

        [TfFunction("math.logical_or")]
        internal static Tensor logical_or(object x, object y, string? name = null) => Apply(ops.logical_or, x, y);

        [TfFunction("math.logical_xor")]
        internal static Tensor logical_xor(object x, object y, string? name = null) => Apply(ops.logical_xor, x, y);

        [TfFunction("math.logical_not")]
        internal static Tensor logical_not(Tensor x, string? name = null) => ops.logical_not(x);

        [TfFunction("math.negative")]
        internal static Tensor negative(Tensor x, string? name = null) => ops.negative(x);

        private static Tensor Apply(Func<Tensor, Tensor, Tensor> operation, object x, object y) => (x, y) switch
        {
            (Tensor a, Tensor b) => operation(a, b),
            (Tensor a, _) => operation(a, Like(y, a)),
            (_, Tensor b) => operation(Like(x, b), b),
            _ => throw new TypeError($"An operator takes at least one tensor. Received: {x} and {y}"),
        };

        // A number, or numbers in lists as a configuration holds a constant.
        private static Tensor Like(object value, Tensor beside) => value is IConvertible number
            ? Tensor.Scalar(number.ToDouble(null), beside.dtype) : ops.cast(Constants.Of(value), beside.dtype);
    }
}
