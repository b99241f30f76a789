using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.Benchmarks;
using KerasSharp.Engine;
using TorchSharp;

namespace KerasSharp.Torch.Benchmarks;

/// <summary>Square matrix products of the managed engine and of libtorch, with one thread and with all.</summary>
internal static class GemmComparison
{
    /// <summary>Measures and prints a line per size and number of threads.</summary>
    public static void Run()
    {
        var all = torch.get_num_threads();
        var measure = new Measure();
        var pieces = new List<(int Size, int Threads, int Managed, int Torch)>();
        foreach (var threads in all > 1 ? new[] { 1, all } : [1])
        {
            foreach (var size in new[] { 256, 512, 1024 })
            {
                pieces.Add((size, threads, measure.Add(Managed(size), threads), measure.Add(LibTorch(size, threads), threads)));
            }
        }

        measure.Run();
        torch.set_num_threads(all);
        foreach (var (size, threads, managed, plain) in pieces)
        {
            double Rate(int piece) => 2 * Math.Pow(size, 3) / measure[piece] / 1e9;
            Console.WriteLine($"gemm {size,4}, {threads} thread(s): managed {Rate(managed),6:f1} GFLOP/s, libtorch {Rate(plain),6:f1} GFLOP/s, ratio {Rate(managed) / Rate(plain):f2}");
        }
    }

    private static Action Managed(int size)
    {
        var backend = new ManagedBackend();
        Engine.Tensor New()
        {
            var tensor = new Engine.Tensor(backend.Allocate(DType.Float32, size * size), [size, size]);
            backend.Fill(tensor, 0.5f);
            return tensor;
        }

        Engine.Tensor a = New(), b = New(), c = New();
        return () => backend.MatMul(a, b, false, false, null, FusedActivation.None, c);
    }

    private static Action LibTorch(int size, int threads)
    {
        torch.Tensor a = torch.full(size, size, 0.5f), b = torch.full(size, size, 0.5f), c = torch.zeros(size, size);
        return () =>
        {
            // beta 0 overwrites c: no memory is allocated, as in the managed product.
            torch.set_num_threads(threads);
            c.addmm_(a, b, beta: 0, alpha: 1);
        };
    }
}
