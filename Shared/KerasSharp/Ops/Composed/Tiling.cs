using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Tensors beside themselves, repeated and rolled.</summary>
internal static class Tiling
{
    /// <summary>The tensor so many times along each axis.</summary>
    /// <exception cref="ValueError">There is not one number per axis.</exception>
    public static Tensor Tile(Tensor x, int[] multiples)
    {
        if (multiples.Length != x.ndim)
        {
            throw new InvalidArgumentError($"Expected multiples argument to be a vector of length {x.ndim} but got length {multiples.Length}");
        }

        for (var axis = 0; axis < multiples.Length; axis++)
        {
            x = multiples[axis] == 1 ? x
                : x.IsSymbolic && (x.dim(axis) < 0 || multiples[axis] < 0) ? WithLength(x, axis, -1)
                : x.dim(axis) == 1 ? ops.broadcast_to(x, [.. x.Dims[..axis], multiples[axis], .. x.Dims[(axis + 1)..]])
                : Pick(x, [.. Enumerable.Repeat(Enumerable.Range(0, x.dim(axis)), multiples[axis]).SelectMany(i => i)], axis);
        }

        return x;
    }

    /// <summary>Each element so many times, by one number or one number per element.</summary>
    /// <exception cref="ValueError">There is not one number per element.</exception>
    public static Tensor Repeat(Tensor x, int[] repeats, int? along)
    {
        x = along is null ? ops.reshape(x, -1) : x;
        var axis = Shapes.Axis(along ?? 0, x.ndim);
        if (x.dim(axis) < 0 || Array.Exists(repeats, n => n < 0))
        {
            return WithLength(x, axis, -1);
        }

        var each = repeats.Length == 1 ? [.. Enumerable.Repeat(repeats[0], x.dim(axis))] : repeats;
        return each.Length != x.dim(axis) ? throw new InvalidArgumentError($"Dimension {axis} of the input has {x.dim(axis)} elements. Received: {each.Length} repeats")
            : Pick(x, [.. Enumerable.Range(0, each.Length).SelectMany(i => Enumerable.Repeat(i, each[i]))], axis);
    }

    /// <summary>The elements moved along axes.</summary>
    public static Tensor Roll(Tensor x, int[] shifts, int[] axes)
    {
        foreach (var (shift, one) in shifts.Zip(axes))
        {
            var axis = Shapes.Axis(one, x.ndim);
            var length = x.dim(axis);
            x = length <= 0 ? x : Pick(x, [.. Enumerable.Range(0, length).Select(i => (((i - shift) % length) + length) % length)], axis);
        }

        return x;
    }

    /// <summary>A symbolic tensor of another length along one axis.</summary>
    public static Tensor WithLength(Tensor x, int axis, int length) => Lambda.Unknown(x.dtype, [.. x.Dims[..axis], length, .. x.Dims[(axis + 1)..]]);

    private static Tensor Pick(Tensor x, int[] places, int axis) => ops.take(x, Tensor.FromBeside<int>(x, places, places.Length), axis);
}
