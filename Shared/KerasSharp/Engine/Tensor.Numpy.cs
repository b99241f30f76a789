using KerasSharp.Backends;
using NumSharp;

namespace KerasSharp.Engine;

// Between tensors and NumSharp's arrays: each direction is one copy.
public sealed partial class Tensor
{
    /// <summary>A tensor of an array's elements. float64 becomes float32, int64 and int16 int32, as a model takes them.</summary>
    /// <exception cref="TypeError">The array's dtype has no counterpart (strings, complex numbers, decimals).</exception>
    /// <exception cref="ValueError">An integer does not fit into int32.</exception>
    public static Tensor From(NDArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        var dims = Array.ConvertAll(array.shape, d => checked((int)d));
        var source = array.Shape is { IsContiguous: true, IsSliced: false, IsBroadcasted: false } ? array : array.copy();
        return source.typecode switch
        {
            NPTypeCode.Single => From<float>(Elements<float>(source), dims),
            NPTypeCode.Double => From<float>(Convert<double, float>(source, v => (float)v), dims),
            NPTypeCode.Int32 => From<int>(Elements<int>(source), dims),
            NPTypeCode.Int64 => From<int>(Convert<long, int>(source, ToInt32), dims),
            NPTypeCode.Int16 => From<int>(Convert<short, int>(source, v => v), dims),
            NPTypeCode.UInt16 => From<int>(Convert<ushort, int>(source, v => v), dims),
            NPTypeCode.UInt32 => From<int>(Convert<uint, int>(source, v => ToInt32(v)), dims),
            NPTypeCode.SByte => From<int>(Convert<sbyte, int>(source, v => v), dims),
            NPTypeCode.Byte => From<byte>(Elements<byte>(source), dims),
            NPTypeCode.Boolean => From<bool>(Elements<bool>(source), dims),
            _ => throw new TypeError($"Failed to convert a NumPy array to a Tensor (Unsupported object type {source.dtype.Name})."),
        };
    }

    /// <summary>A copy as a NumSharp array of the same shape and dtype.</summary>
    public NDArray numpy() => dtype switch
    {
        DType.Float32 => ToNDArray<float>(),
        DType.Int32 => ToNDArray<int>(),
        DType.UInt8 => ToNDArray<byte>(),
        _ => ToNDArray<bool>(),
    };

    private static unsafe ReadOnlySpan<T> Elements<T>(NDArray array)
        where T : unmanaged => new((T*)array.Unsafe.Address + array.Shape.Offset, checked((int)array.size));

    private static TTo[] Convert<TFrom, TTo>(NDArray array, Converter<TFrom, TTo> convert)
        where TFrom : unmanaged
    {
        var elements = Elements<TFrom>(array);
        var result = new TTo[elements.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = convert(elements[i]);
        }

        return result;
    }

    private static int ToInt32(long value) => value is >= int.MinValue and <= int.MaxValue ? (int)value
        : throw new ValueError($"The integer {value} does not fit into int32, the integer type of tensors.");

    private unsafe NDArray ToNDArray<T>()
        where T : unmanaged
    {
        var array = new NDArray(typeof(T), new NumSharp.Shape(Array.ConvertAll(dims, d => (long)d)), false);
        CopyTo(new Span<T>((T*)array.Unsafe.Address, size));
        return array;
    }
}
