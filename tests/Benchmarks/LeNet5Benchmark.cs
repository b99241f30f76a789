using KerasSharp.Backends;
using KerasSharp.Backends.Managed;

namespace KerasSharp.Benchmarks;

/// <summary>One training step of LeNet-5 at batch 128: forward, backward, Adam.</summary>
internal static class LeNet5Benchmark
{
    // Forward and both gradients of every layer (the first has none by its input).
    private const double StepOperations = 320e6;

    /// <summary>Measures the step, and sets it beside what its arithmetic alone would take at the engine's best GEMM rate.</summary>
    public static void Run(Rates rates)
    {
        var kernels = new LeNet5Kernels(128);
        var measure = new Measure();
        var step = measure.Add(kernels.Step);
        measure.Run(30);
        Console.Error.WriteLine($"(the kernels alone; GEMM {rates.Gemm / 1e9:f1} GFLOP/s of a peak of {rates.Peak / 1e9:f1})");
        double milliseconds = measure[step] * 1e3, ideal = StepOperations / rates.Gemm * 1e3;
        Console.WriteLine($"lenet5 step: {milliseconds:f1} ms, at GEMM rate {ideal:f1} ms, ratio {milliseconds / ideal:f1}");
    }
}
