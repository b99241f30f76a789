using KerasSharp.Backends;
using KerasSharp.Backends.Managed;

namespace KerasSharp.Benchmarks;

/// <summary>One training step of LeNet-5 at batch 128: forward, backward, Adam; as a bare chain of kernels, and as <c>fit</c> does it.</summary>
internal static class LeNet5Benchmark
{
    // Forward and both gradients of every layer (the first has none by its input).
    private const double Operations = 320e6;

    /// <summary>Measures the step, and compares it with the time that only its arithmetic would take at the engine's best GEMM rate.</summary>
    public static void Run(Rates rates)
    {
        // Products and steps take turns, so that a busy moment of the machine meets both.
        var measure = new Measure();
        var products = GemmBenchmark.Sizes.Select(size => (Size: size, Piece: measure.Add(GemmBenchmark.Product(size)))).ToArray();
        var kernels = measure.Add(new LeNet5Kernels(128).Step);
        var model = measure.Add(new LeNet5Model(128).Step);
        measure.Run(80);
        var gemm = Math.Max(rates.Gemm, products.Max(p => 2 * Math.Pow(p.Size, 3) / measure[p.Piece]));
        var ideal = Operations / gemm * 1e3;
        Console.WriteLine($"lenet5 kernels: {measure[kernels] * 1e3:f1} ms, ratio {measure[kernels] * 1e3 / ideal:f1}");
        Console.WriteLine($"lenet5 step: {measure[model] * 1e3:f1} ms, at GEMM rate {ideal:f1} ms, ratio {measure[model] * 1e3 / ideal:f1}");
    }
}
