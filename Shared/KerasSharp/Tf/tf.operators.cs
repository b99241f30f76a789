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

        [TfFunction("compat.v1.floor_div")]
        internal static Tensor floor_div(object x, object y, string? name = null) => Apply(ops.floor_divide, x, y);

        [TfFunction("math.floormod")]
        internal static Tensor mod(object x, object y, string? name = null) => Apply(ops.mod, x, y);

        [TfFunction("math.pow")]
        internal static Tensor power(object x, object y, string? name = null) => Apply(ops.power, x, y);

        [TfFunction("__operators__.eq")]
        internal static Tensor eq(object x, object y, string? name = null) => Compare(ops.equal, x, y, false);

        [TfFunction("__operators__.ne")]
        internal static Tensor ne(object x, object y, string? name = null) => Compare(ops.not_equal, x, y, true);

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

        [TfFunction("__operators__.getitem")]
        internal static Tensor getitem(Tensor tensor, TensorIndex[] slice_spec) => !Lambda.Takes(tensor, slice_spec.Cast<object?>().ToArray()) ? Indexing.Get(tensor, slice_spec)
            : slice_spec is [{ Kind: IndexKind.Mask, Start: Tensor mask }] ? boolean_mask(tensor, mask)
            : Lambda.Call("__operators__.getitem", tensor, slice_spec.Length == 1 ? slice_spec[0].ToConfig() : Array.ConvertAll(slice_spec, item => item.ToConfig()));

        // Of shapes that do not fit Python's == is False as a whole.
        private static Tensor Compare(Func<Tensor, Tensor, Tensor> operation, object x, object y, bool otherwise)
        {
            var (a, b) = Lambda.Pair(x, y);
            try
            {
                return operation(a, b);
            }
            catch (InvalidArgumentError e) when (e.Message.StartsWith("Incompatible shapes", StringComparison.Ordinal))
            {
                return Tensor.Scalar(otherwise ? 1 : 0, DType.Bool);
            }
        }

        private static Tensor Apply(Func<Tensor, Tensor, Tensor> operation, object x, object y)
        {
            var (a, b) = Lambda.Pair(x, y);
            return operation(a, b);
        }
    }
}
