using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.Engine;
using KerasSharp.Torch;

namespace KerasSharp.Tests.Backends;

/// <summary>Runs a kernel on the managed backend and on the torch backend, with the same numbers, and compares all that it wrote.</summary>
internal static class OnBoth
{
    private static readonly ManagedBackend Managed = new();
    private static readonly TorchBackend Torch = new();

    /// <summary>
    /// Compares every tensor after the kernel: its output, and its inputs, of which it may change those that it says. The output starts as
    /// sevens, so that a kernel which writes only a part of it is seen.
    /// </summary>
    public static void Same(Action<IBackend, Tensor[]> kernel, double tolerance, params Host[] tensors)
    {
        var expected = Run(Managed, kernel, tensors);
        var actual = Run(Torch, kernel, tensors);
        for (var t = 0; t < tensors.Length; t++)
        {
            Assert.Equal(expected[t].Length, actual[t].Length);
            for (var i = 0; i < expected[t].Length; i++)
            {
                double e = expected[t][i], a = actual[t][i];
                if (!(e.Equals(a) || Math.Abs(e - a) <= tolerance * Math.Max(1, Math.Abs(e))))
                {
                    Assert.Fail($"tensor {t} {new TensorShape(tensors[t].Dims.AsSpan())}: element {i} is {a} on torch and {e} on the managed backend.");
                }
            }
        }
    }

    private static double[][] Run(IBackend backend, Action<IBackend, Tensor[]> kernel, Host[] hosts)
    {
        var tensors = Array.ConvertAll(hosts, h => h.On(backend));
        kernel(backend, tensors);
        return Array.ConvertAll(tensors, t => Host.Read(backend, t));
    }
}

/// <summary>A tensor's elements on the host, whatever their type.</summary>
internal sealed record Host(DType DType, float[] Data, int[] Dims)
{
    /// <summary>Values in [-1, 1).</summary>
    public static Host Random(Random random, params int[] dims) => new(DType.Float32, Managed.Kernel.Values(random, Size(dims)), dims);

    /// <summary>Values in [0.1, 1.1).</summary>
    public static Host Positive(Random random, params int[] dims)
        => new(DType.Float32, Array.ConvertAll(Managed.Kernel.Values(random, Size(dims)), v => (v / 2) + 0.6f), dims);

    /// <summary>Few different whole numbers, so that many are equal.</summary>
    public static Host Whole(Random random, DType dtype, params int[] dims)
        => new(dtype, [.. Enumerable.Range(0, Size(dims)).Select(_ => (float)random.Next(dtype == DType.Bool ? 2 : 4))], dims);

    /// <summary>An output, to be written whole.</summary>
    public static Host Output(DType dtype, params int[] dims)
        => new(dtype, [.. Enumerable.Repeat(dtype == DType.Bool ? 1f : 7f, Size(dims))], dims);

    /// <summary>A float32 output.</summary>
    public static Host Output(params int[] dims) => Output(DType.Float32, dims);

    /// <summary>The tensor on a backend.</summary>
    public Tensor On(IBackend backend)
    {
        var storage = backend.Allocate(DType, Data.Length);
        switch (DType)
        {
            case DType.Float32:
                backend.Upload<float>(Data, storage);
                break;
            case DType.Int32:
                backend.Upload<int>(Array.ConvertAll(Data, v => (int)v), storage);
                break;
            case DType.UInt8:
                backend.Upload<byte>(Array.ConvertAll(Data, v => (byte)v), storage);
                break;
            default:
                backend.Upload<bool>(Array.ConvertAll(Data, v => v != 0), storage);
                break;
        }

        return new Tensor(storage, Dims);
    }

    /// <summary>A tensor's elements.</summary>
    public static double[] Read(IBackend backend, Tensor tensor) => tensor.dtype switch
    {
        DType.Float32 => Array.ConvertAll(Read<float>(backend, tensor), v => (double)v),
        DType.Int32 => Array.ConvertAll(Read<int>(backend, tensor), v => (double)v),
        DType.UInt8 => Array.ConvertAll(Read<byte>(backend, tensor), v => (double)v),
        _ => Array.ConvertAll(Read<bool>(backend, tensor), v => v ? 1.0 : 0),
    };

    private static T[] Read<T>(IBackend backend, Tensor tensor)
        where T : unmanaged
    {
        var data = new T[tensor.size];
        backend.Download(tensor.Storage, data.AsSpan());
        return data;
    }

    private static int Size(int[] dims) => dims.Aggregate(1, (a, b) => a * b);
}
