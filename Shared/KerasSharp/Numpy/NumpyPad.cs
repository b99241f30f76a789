using System.Runtime.CompilerServices;
using NumSharp;

namespace KerasSharp;

/// <summary>
/// <c>np.pad</c> with Python's tuples: <c>np.pad(X, ((0, 0), (2, 2), (2, 2)), mode: "constant", constant_values: 0)</c>.
/// NumSharp's own takes an <c>int[,]</c>; one number and one pair for all axes are NumSharp's already.
/// Source: <see href="https://numpy.org/doc/1.26/reference/generated/numpy.pad.html"/>.
/// </summary>
public static class NumpyPad
{
    extension(np)
    {
        /// <summary>Pads an array of two dimensions.</summary>
        /// <param name="array">The array.</param>
        /// <param name="pad_width">How many elements come before and after, axis by axis.</param>
        /// <param name="mode"><c>constant</c>, <c>edge</c>, <c>reflect</c>, <c>symmetric</c>, <c>wrap</c>, <c>maximum</c>, <c>minimum</c>, <c>mean</c>, …</param>
        /// <param name="constant_values">For <c>constant</c>: a number, a pair (before, after), or a pair for each axis. Default 0.</param>
        /// <returns>A new array of the same dtype.</returns>
        public static NDArray pad(NDArray array, ((int, int), (int, int)) pad_width, string mode = "constant", object? constant_values = null) =>
            Pad(array, [pad_width.Item1, pad_width.Item2], mode, constant_values);

        /// <summary>Pads an array of three dimensions.</summary>
        /// <inheritdoc cref="pad(NDArray, ValueTuple{ValueTuple{int, int}, ValueTuple{int, int}}, string, object)"/>
        public static NDArray pad(NDArray array, ((int, int), (int, int), (int, int)) pad_width, string mode = "constant", object? constant_values = null) =>
            Pad(array, [pad_width.Item1, pad_width.Item2, pad_width.Item3], mode, constant_values);

        /// <summary>Pads an array of four dimensions.</summary>
        /// <inheritdoc cref="pad(NDArray, ValueTuple{ValueTuple{int, int}, ValueTuple{int, int}}, string, object)"/>
        public static NDArray pad(NDArray array, ((int, int), (int, int), (int, int), (int, int)) pad_width, string mode = "constant", object? constant_values = null) =>
            Pad(array, [pad_width.Item1, pad_width.Item2, pad_width.Item3, pad_width.Item4], mode, constant_values);
    }

    private static NDArray Pad(NDArray array, (int Before, int After)[] widths, string mode, object? constant)
    {
        if (widths.Length != array.ndim)
        {
            throw new ValueError($"operands could not be broadcast together with remapped shapes [original->remapped]: ({widths.Length},2) and requested shape ({array.ndim},2)");
        }

        var table = new int[widths.Length, 2];
        for (var axis = 0; axis < widths.Length; axis++)
        {
            (table[axis, 0], table[axis, 1]) = widths[axis];
        }

        return np.pad(array, table, mode, constant_values: constant is ITuple tuple ? Table(tuple) : constant);
    }

    /// <summary>Tuples in a tuple as the arrays that NumSharp takes.</summary>
    private static object Table(ITuple tuple)
    {
        if (tuple[0] is not ITuple)
        {
            return Enumerable.Range(0, tuple.Length).Select(i => tuple[i]).ToArray();
        }

        var table = new object?[tuple.Length, 2];
        for (var i = 0; i < tuple.Length; i++)
        {
            (table[i, 0], table[i, 1]) = (((ITuple)tuple[i]!)[0], ((ITuple)tuple[i]!)[1]);
        }

        return table;
    }
}
