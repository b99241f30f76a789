using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.TestSupport.Naive;

namespace KerasSharp.Tests.Backends;

/// <summary>A tensor's elements on the host, whatever their type.</summary>
internal sealed record Host(DType DType, double[] Data, int[] Dims)
{
    /// <summary>float32 values in [-1, 1).</summary>
    public static Host Random(Random random, params int[] dims) => Random(random, DType.Float32, dims);

    /// <summary>Values in [-1, 1) of a floating type; they are exact in float32.</summary>
    public static Host Random(Random random, DType dtype, params int[] dims)
        => new(dtype, Managed.Kernel.Double(Managed.Kernel.Values(random, Size(dims))), dims);

    /// <summary>float32 values in [0.1, 1.1).</summary>
    public static Host Positive(Random random, params int[] dims) => Positive(random, DType.Float32, dims);

    /// <summary>Values in [0.1, 1.1) of a floating type.</summary>
    public static Host Positive(Random random, DType dtype, params int[] dims)
        => new(dtype, Array.ConvertAll(Managed.Kernel.Values(random, Size(dims)), v => (double)((v / 2) + 0.6f)), dims);

    /// <summary>Few different whole numbers, so that many are equal: 0 to 3, of bool 0 and 1.</summary>
    public static Host Whole(Random random, DType dtype, params int[] dims)
        => new(dtype, [.. Enumerable.Range(0, Size(dims)).Select(_ => (double)random.Next(dtype == DType.Bool ? 2 : 4))], dims);

    /// <summary>Values of any type, exact in it, of both signs where it has them: of floats eighths in [-4, 4).</summary>
    public static Host Any(Random random, DType dtype, params int[] dims) => new(dtype, [.. Enumerable.Range(0, Size(dims)).Select(_ => dtype switch
    {
        DType.Bool => random.Next(2),
        DType.UInt8 => random.Next(256),
        DType.Int32 or DType.Int64 => random.Next(-20, 20),
        _ => random.Next(-32, 32) / 8.0,
    })], dims);

    /// <summary>Indices below a limit.</summary>
    public static Host Indices(Random random, DType dtype, int limit, params int[] dims)
        => new(dtype, [.. Enumerable.Range(0, Size(dims)).Select(_ => (double)random.Next(limit))], dims);

    /// <summary>An output, to be written whole.</summary>
    public static Host Output(DType dtype, params int[] dims)
        => new(dtype, [.. Enumerable.Repeat(dtype == DType.Bool ? 1.0 : 7, Size(dims))], dims);

    /// <summary>A float32 output.</summary>
    public static Host Output(params int[] dims) => Output(DType.Float32, dims);

    /// <summary>A tensor's elements.</summary>
    public static double[] Read(IBackend backend, Tensor tensor) => tensor.dtype switch
    {
        DType.Float32 => Array.ConvertAll(Read<float>(backend, tensor), v => (double)v),
        DType.Float64 => Read<double>(backend, tensor),
        DType.Float16 => Array.ConvertAll(Read<Half>(backend, tensor), v => (double)v),
        DType.BFloat16 => Array.ConvertAll(Read<ushort>(backend, tensor), v => (double)BitConverter.UInt32BitsToSingle((uint)v << 16)),
        DType.Int32 => Array.ConvertAll(Read<int>(backend, tensor), v => (double)v),
        DType.Int64 => Array.ConvertAll(Read<long>(backend, tensor), v => (double)v),
        DType.UInt8 => Array.ConvertAll(Read<byte>(backend, tensor), v => (double)v),
        _ => Array.ConvertAll(Read<bool>(backend, tensor), v => v ? 1.0 : 0),
    };

    /// <summary>The tensor on a backend.</summary>
    public Tensor On(IBackend backend)
    {
        var storage = backend.Allocate(DType, Data.Length);
        switch (DType)
        {
            case DType.Float32: backend.Upload<float>(Array.ConvertAll(Data, v => (float)v), storage); break;
            case DType.Float64: backend.Upload<double>(Data, storage); break;
            case DType.Float16: backend.Upload<Half>(Array.ConvertAll(Data, v => (Half)v), storage); break;
            case DType.BFloat16: backend.Upload<ushort>(Array.ConvertAll(Data, UpperHalf), storage); break;
            case DType.Int32: backend.Upload<int>(Array.ConvertAll(Data, v => (int)v), storage); break;
            case DType.Int64: backend.Upload<long>(Array.ConvertAll(Data, v => (long)v), storage); break;
            case DType.UInt8: backend.Upload<byte>(Array.ConvertAll(Data, v => (byte)v), storage); break;
            default: backend.Upload<bool>(Array.ConvertAll(Data, v => v != 0), storage); break;
        }

        return new Tensor(storage, Dims);
    }

    private static ushort UpperHalf(double value)
        => (ushort)(BitConverter.SingleToUInt32Bits((float)NaiveStorage.Cut(DType.BFloat16, value)) >> 16);

    private static T[] Read<T>(IBackend backend, Tensor tensor)
        where T : unmanaged
    {
        var data = new T[tensor.size];
        backend.Download(tensor.Storage, data.AsSpan());
        return data;
    }

    private static int Size(int[] dims) => dims.Aggregate(1, (a, b) => a * b);
}
