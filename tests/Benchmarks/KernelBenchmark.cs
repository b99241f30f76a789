using KerasSharp.Backends;
using KerasSharp.Backends.Managed;

namespace KerasSharp.Benchmarks;

/// <summary>Each kernel at the shapes of LeNet-5 and of the CIFAR-10 network, on all threads.</summary>
internal static unsafe class KernelBenchmark
{
    private static readonly List<(string Name, double Operations, double Bytes, int Piece)> Lines = [];
    private static readonly Measure Measure = new();

    /// <summary>Measures and prints a table.</summary>
    public static void Run(Rates rates)
    {
        Conv("C1  128x32x32x1, 5x5 -> 6", Valid(128, 32, 32, 1, 5, 6));
        Conv("C3  128x14x14x6, 5x5 -> 16", Valid(128, 14, 14, 6, 5, 16));
        Product("F5  128x400 . 400x120", 128, 120, 400);
        Product("F6  128x120 . 120x84", 128, 84, 120);
        Product("out 128x84 . 84x10", 128, 10, 84);
        Conv("CIFAR 64x32x32x3, 3x3 -> 32", Same(64, 32, 32, 3, 3, 32));
        Conv("CIFAR 64x32x32x32, 3x3 -> 32", Same(64, 32, 32, 32, 3, 32));
        Conv("CIFAR 64x16x16x32, 3x3 -> 64", Same(64, 16, 16, 32, 3, 64));
        Conv("CIFAR 64x16x16x64, 3x3 -> 64", Same(64, 16, 16, 64, 3, 64));
        Conv("depthwise 16x32x32x64, 3x3", Same(16, 32, 32, 64, 3, 64) with { Groups = 64 });
        Pool(PoolOp.Average, "S2 average 128x28x28x6", new(128, 28, 28, 6, 2, 2, 14, 14, 2, 2, 0, 0));
        Pool(PoolOp.Max, "max 64x32x32x32", new(64, 32, 32, 32, 2, 2, 16, 16, 2, 2, 0, 0));
        Elementwise();
        Measure.Run(7);
        foreach (var (name, operations, bytes, piece) in Lines)
        {
            var time = Measure[piece];
            var rate = operations > 0
                ? $"{operations / time / 1e9,7:f1} GFLOP/s, {operations / time / rates.Gemm,5:p0} of the GEMM rate"
                : $"{bytes / time / 1e9,7:f1} GB/s";
            Console.WriteLine($"{name,-46} {time * 1e6,8:f0} µs  {rate}");
        }
    }

    private static void Add(string name, double operations, double bytes, Action action) => Lines.Add((name, operations, bytes, Measure.Add(action)));

    private static void Conv(string name, Conv2DGeometry g)
    {
        nint inputs = (nint)g.Batch * g.Height * g.Width * g.Channels, outputs = (nint)g.Batch * g.OutputHeight * g.OutputWidth * g.Filters;
        nint weights = (nint)g.KernelHeight * g.KernelWidth * (g.Channels / g.Groups) * g.Filters;
        float* x = Floats.New(inputs), dx = Floats.New(inputs), kernel = Floats.New(weights), dk = Floats.New(weights), bias = Floats.New(g.Filters);
        float* y = Floats.New(outputs), dy = Floats.New(outputs);
        var operations = 2.0 * outputs * g.KernelHeight * g.KernelWidth * (g.Channels / g.Groups);
        Add($"{name} forward", operations, 0, () => Conv2D.Forward(g, x, kernel, bias, FusedActivation.None, y));
        Add($"{name} by kernel", operations, 0, () => Conv2D.GradientKernel(g, x, dy, dk));
        Add($"{name} by input", operations, 0, () => Conv2D.GradientInput(g, dy, kernel, dx));
    }

    private static void Product(string name, int m, int n, int k)
    {
        float* a = Floats.New(m * k), b = Floats.New(k * n), c = Floats.New(m * n), bias = Floats.New(n), da = Floats.New(m * k), db = Floats.New(k * n);
        var operations = 2.0 * m * n * k;
        Add($"{name} forward", operations, 0, () => Gemm.Run(false, false, m, n, k, a, k, b, n, c, n, bias));
        Add($"{name} by kernel", operations, 0, () => Gemm.Run(true, false, k, n, m, a, k, c, n, db, n));
        Add($"{name} by input", operations, 0, () => Gemm.Run(false, true, m, k, n, c, n, b, n, da, k));
    }

    private static void Pool(PoolOp op, string name, Pool2DGeometry g)
    {
        nint inputs = (nint)g.Batch * g.Height * g.Width * g.Channels, outputs = (nint)g.Batch * g.OutputHeight * g.OutputWidth * g.Channels;
        float* x = Floats.New(inputs), y = Floats.New(outputs), dx = Floats.New(inputs), dy = Floats.New(outputs);
        Add($"{name} forward", 0, 4.0 * (inputs + outputs), () => Pooling.Forward(op, g, x, y));
        Add($"{name} gradient", 0, 4.0 * (inputs + outputs), () => Pooling.Gradient(op, g, x, y, dy, dx));
    }

    private static void Elementwise()
    {
        const int Count = 128 * 28 * 28 * 6;
        float* x = Floats.New(Count, 2), y = Floats.New(Count), dx = Floats.New(Count), m = Floats.Zeros(Count), v = Floats.Zeros(Count);
        float* loss = Floats.New(128), sums = Floats.New(6);
        foreach (var activation in new[] { FusedActivation.Tanh, FusedActivation.Sigmoid, FusedActivation.Relu })
        {
            Add($"{activation} of {Count}, one thread", 0, 8.0 * Count, () => ActivationKernels.Apply(activation, x, y, Count));
        }

        Add($"Tanh gradient of {Count}, one thread", 0, 12.0 * Count, () => ActivationKernels.Gradient(FusedActivation.Tanh, y, x, dx, Count));
        Add("TensorPrimitives.Tanh, one thread", 0, 8.0 * Count, () => System.Numerics.Tensors.TensorPrimitives.Tanh(new ReadOnlySpan<float>(x, Count), new Span<float>(y, Count)));
        Add($"sum of {Count / 6} rows of 6", 0, 4.0 * Count, () => SumRows.Run(x, Count / 6, 6, sums));
        Add("softmax + cross-entropy 128x10", 0, 12.0 * 1280, () => Softmax.CrossEntropy(x, y, 128, 10, loss, dx));
        Add("Adam of 61,706", 0, 28.0 * 61_706, () => Adam.Run(x, dx, m, v, null, 61_706, new(1e-3f, 0.9f, 0.999f, 1e-7f)));
    }

    private static Conv2DGeometry Valid(int batch, int height, int width, int channels, int size, int filters) =>
        new(batch, height, width, channels, size, size, height - size + 1, width - size + 1, filters, 1, 1, 1, 1, 0, 0, 1);

    private static Conv2DGeometry Same(int batch, int height, int width, int channels, int size, int filters) =>
        new(batch, height, width, channels, size, size, height, width, filters, 1, 1, 1, 1, (size - 1) / 2, (size - 1) / 2, 1);
}
