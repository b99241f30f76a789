using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Positions where a condition holds, and the other way round: marks at positions.</summary>
internal static class Choices
{
    /// <summary>The positions of what is true or not zero: int64 (count, rank).</summary>
    public static Tensor Positions(Tensor condition)
    {
        if (condition.IsSymbolic)
        {
            return Lambda.Unknown(DType.Int64, -1, condition.ndim);
        }

        var mask = ops.cast(condition, DType.Bool).ToArray<bool>();
        var (strides, found) = (new int[condition.ndim], new List<long>());
        Shapes.Strides(condition.Dims, strides);
        var count = 0;
        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i])
            {
                count++;
                for (var axis = 0; axis < strides.Length; axis++)
                {
                    found.Add(i / strides[axis] % condition.dim(axis));
                }
            }
        }

        return Tensor.FromBeside<long>(condition, found.ToArray(), count, condition.ndim);
    }

    /// <summary>One value at the index of each element, another elsewhere.</summary>
    /// <exception cref="TypeError">The indices are no integers.</exception>
    public static Tensor OneHot(Tensor indices, int depth, TensorLike on, TensorLike off, int axis, DType? dtype)
    {
        if (indices.dtype is not (DType.Int32 or DType.Int64 or DType.UInt8))
        {
            throw new TypeError($"Value passed to parameter 'indices' has DataType {indices.dtype.Name()} not in list of allowed values: uint8, int8, int32, int64");
        }

        var at = Shapes.Axis(axis, indices.ndim + 1);
        var type = dtype ?? (on.is_given ? on.ToTensor().dtype : off.is_given ? off.ToTensor().dtype : DType.Float32);
        var classes = ops.cast(Tensor.FromBeside<int>(indices, [.. Enumerable.Range(0, depth)], [depth, .. Enumerable.Repeat(1, indices.ndim - at)]), indices.dtype);
        var hits = ops.equal(ops.expand_dims(indices, at), classes);
        return on.is_given || off.is_given
            ? ops.where(hits, (on.is_given ? on : 1).ToTensor(type), (off.is_given ? off : 0).ToTensor(type))
            : ops.cast(hits, type);
    }
}
