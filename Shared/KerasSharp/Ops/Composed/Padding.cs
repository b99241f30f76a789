using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Surrounds a tensor with one value, or with its own elements mirrored.</summary>
internal static class Padding
{
    /// <param name="x">Any type.</param>
    /// <param name="paddings">Integers (rank, 2): how many elements go before and behind.</param>
    /// <param name="mode"><c>CONSTANT</c>; <c>REFLECT</c>, which mirrors at the edge's element; <c>SYMMETRIC</c>, which repeats it.</param>
    /// <param name="value">The value of <c>CONSTANT</c>.</param>
    /// <exception cref="ValueError">The numbers do not fit, or the mode is unknown.</exception>
    public static Tensor Run(Tensor x, Tensor paddings, string mode, double value)
    {
        if (paddings.ndim != 2 || paddings.dim(0) != x.ndim || paddings.dim(1) != 2)
        {
            throw new ValueError($"The first dimension of paddings must be the rank of inputs ({x.ndim}), the second 2. Received: paddings of shape {paddings.shape}");
        }

        if (paddings.IsSymbolic)
        {
            return Lambda.Unknown(x.dtype, [.. Enumerable.Repeat(-1, x.ndim)]);
        }

        var numbers = ops.cast(paddings, DType.Int32).ToArray<int>();
        switch (mode.ToUpperInvariant())
        {
            case "CONSTANT":
                var widths = new int[x.ndim, 2];
                Buffer.BlockCopy(numbers, 0, widths, 0, numbers.Length * sizeof(int));
                return ops.pad(x, widths, value);
            case "REFLECT" or "SYMMETRIC":
                return Enumerable.Range(0, x.ndim).Aggregate(x, (y, axis) => Mirror(y, axis, numbers[2 * axis], numbers[(2 * axis) + 1], string.Equals(mode, "REFLECT", StringComparison.OrdinalIgnoreCase) ? 1 : 0));
            default:
                throw new ValueError($"Value of argument `mode` expected to be one of \"CONSTANT\", \"REFLECT\", or \"SYMMETRIC\". Received `mode` = {mode}");
        }
    }

    private static Tensor Mirror(Tensor x, int axis, int before, int behind, int skip)
    {
        var length = x.dim(axis);
        if (before == 0 && behind == 0)
        {
            return x;
        }

        if (length < 0)
        {
            int[] dims = [.. x.Dims];
            dims[axis] = -1;
            return Lambda.Unknown(x.dtype, dims);
        }

        if (before < 0 || behind < 0 || before > length - skip || behind > length - skip)
        {
            throw new InvalidArgumentError($"paddings must be {(skip == 1 ? "less than" : "no greater than")} the dimension size: {before}, {behind} {(skip == 1 ? "not less than" : "greater than")} {length}");
        }

        int[] places = [.. Enumerable.Range(0, before).Select(i => before - i - 1 + skip), .. Enumerable.Range(0, length), .. Enumerable.Range(0, behind).Select(i => length - 1 - i - skip)];
        return ops.take(x, Tensor.FromBeside<int>(x, places, places.Length), axis);
    }
}
