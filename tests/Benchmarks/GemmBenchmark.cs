using KerasSharp.Backends.Managed;

namespace KerasSharp.Benchmarks;

/// <summary>The rates that everything else is measured by, in floating-point operations per second, on all threads.</summary>
/// <param name="Peak">Multiply-adds on registers.</param>
/// <param name="Gemm">The best rate of a square matrix product.</param>
internal readonly record struct Rates(double Peak, double Gemm);

/// <summary>Square matrix products on one thread and on all, beside the processor's peak in the same run.</summary>
internal static unsafe class GemmBenchmark
{
    /// <summary>The sizes that are measured.</summary>
    public static readonly int[] Sizes = [256, 512, 1024];

    /// <summary>Measures, and prints a table if asked.</summary>
    public static Rates Run(bool print)
    {
        var measure = new Measure();
        int all = WorkerPool.Threads;
        int[] threads = all > 1 ? [1, all] : [1];
        var peaks = threads.Select(t => measure.Add(MultiplyAddPeak.Run, t)).ToArray();
        var products = threads.Select(t => Sizes.Select(size => measure.Add(Product(size), t)).ToArray()).ToArray();
        measure.Run();
        double peak = 0, best = 0;
        for (var i = 0; i < threads.Length; i++)
        {
            peak = MultiplyAddPeak.Operations(threads[i]) / measure[peaks[i]];
            if (print) Console.WriteLine($"multiply-add peak, {threads[i]} thread(s): {peak / 1e9,7:f1} GFLOP/s");
            for (var j = 0; j < Sizes.Length; j++)
            {
                var rate = 2 * Math.Pow(Sizes[j], 3) / measure[products[i][j]];
                if (i == threads.Length - 1) best = Math.Max(best, rate);
                if (print) Console.WriteLine($"gemm {Sizes[j],4} x {Sizes[j],4} x {Sizes[j],4}, {threads[i]} thread(s): {rate / 1e9,7:f1} GFLOP/s, {rate / peak,5:p0} of the peak");
            }
        }

        return new(peak, best);
    }

    /// <summary>A product of two square matrices.</summary>
    public static Action Product(int size)
    {
        float* a = Floats.New((nint)size * size), b = Floats.New((nint)size * size), c = Floats.Zeros((nint)size * size);
        return () => Gemm.Run(false, false, size, size, size, a, size, b, size, c, size);
    }
}
