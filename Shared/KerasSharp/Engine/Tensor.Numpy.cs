using KerasSharp.Backends;
using NumSharp;

namespace KerasSharp.Engine;

// Between tensors and NumSharp's arrays: each direction is one copy.
public partial class Tensor
{
    /// <summary>A tensor of an array's elements. float64 becomes float32, int64 and int16 int32, as a model takes them.</summary>
    /// <exception cref="TypeError">The array's dtype has no counterpart (strings, complex numbers, decimals).</exception>
    /// <exception cref="ValueError">An integer does not fit into int32.</exception>
    public static Tensor From(NDArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        var dims = Array.ConvertAll(array.shape, d => checked((int)d));
        return array.typecode switch
        {
            NPTypeCode.Single => Copy<float>(array, dims),
            NPTypeCode.Double => From<float>(Convert<double, float>(array, v => (float)v), dims),
            NPTypeCode.Int32 => Copy<int>(array, dims),
            NPTypeCode.Int64 => From<int>(Convert<long, int>(array, ToInt32), dims),
            NPTypeCode.Int16 => From<int>(Convert<short, int>(array, v => v), dims),
            NPTypeCode.UInt16 => From<int>(Convert<ushort, int>(array, v => v), dims),
            NPTypeCode.UInt32 => From<int>(Convert<uint, int>(array, v => ToInt32(v)), dims),
            NPTypeCode.SByte => From<int>(Convert<sbyte, int>(array, v => v), dims),
            NPTypeCode.Half => From<float>(Convert<Half, float>(array, v => (float)v), dims),
            NPTypeCode.Byte => Copy<byte>(array, dims),
            NPTypeCode.Boolean => Copy<bool>(array, dims),
            _ => throw new TypeError($"Failed to convert a NumPy array to a Tensor (Unsupported object type {array.dtype.Name})."),
        };
    }

    /// <summary>A copy as a NumSharp array of the same shape and dtype.</summary>
    public NDArray numpy() => Storage.DType switch
    {
        DType.Float32 => ToNDArray<float>(),
        DType.Int32 => ToNDArray<int>(),
        DType.UInt8 => ToNDArray<byte>(),
        DType.Bool => ToNDArray<bool>(),
        DType.Int64 => ToNDArray<long>(),
        DType.Float64 => ToNDArray<double>(),
        DType.Float16 => ToNDArray<Half>(),
        _ => keras.ops.cast(this, DType.Float32).numpy(),
    };

    // NumSharp hands out contiguous memory in the array's own order: its own, or a copy of one with gaps.
    private static unsafe Tensor Copy<T>(NDArray array, int[] dims)
        where T : unmanaged
    {
        var memory = array.GetData<T>();
        var tensor = From(new ReadOnlySpan<T>(memory.Address, checked((int)memory.Count)), dims);
        GC.KeepAlive(array);
        return tensor;
    }

    private static unsafe TTo[] Convert<TFrom, TTo>(NDArray array, Converter<TFrom, TTo> convert)
        where TFrom : unmanaged
    {
        var memory = array.GetData<TFrom>();
        var result = new TTo[memory.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = convert(memory.Address[i]);
        }

        GC.KeepAlive(array);
        return result;
    }

    private static int ToInt32(long value) => value is >= int.MinValue and <= int.MaxValue ? (int)value
        : throw new ValueError($"The integer {value} does not fit into int32, the integer type of tensors.");

    private unsafe NDArray ToNDArray<T>()
        where T : unmanaged
    {
        var array = new NDArray(typeof(T), new NumSharp.Shape(Array.ConvertAll(DimsArray, d => (long)d)), false);
        CopyTo(new Span<T>((T*)array.Unsafe.Address, size));
        return array;
    }
}
