using KerasSharp.Backends;
using KerasSharp.Backends.Managed;

namespace KerasSharp.Tests.Backends.Managed;

/// <summary>The same bits with any number of threads.</summary>
[Collection(nameof(WorkerPool))]
public sealed unsafe class ThreadCountTests : IDisposable
{
    private readonly int threads = WorkerPool.Threads;

    public void Dispose() => WorkerPool.Threads = threads;

    [Fact]
    public void Gemm()
    {
        var random = new Random(40);
        foreach (var (m, n, k) in new[] { (128, 120, 400), (400, 120, 128), (300, 520, 700), (1, 1000, 600) })
        {
            using GuardedBuffer a = new(Kernel.Values(random, m * k)), b = new(Kernel.Values(random, k * n)), c = new(m * n);
            Same(c, () => KerasSharp.Backends.Managed.Gemm.Run(false, false, m, n, k, a.Pointer, k, b.Pointer, n, c.Pointer, n));
            Same(c, () => KerasSharp.Backends.Managed.Gemm.Run(true, true, m, n, k, a.Pointer, m, b.Pointer, k, c.Pointer, n));
        }
    }

    [Fact]
    public void Convolution()
    {
        var random = new Random(41);
        foreach (var shape in new[]
        {
            ConvCases.Valid(50, 32, 32, 1, 5, 5, 6), ConvCases.Valid(37, 14, 14, 6, 5, 5, 16), ConvCases.Same(3, 32, 32, 32, 3, 3, 64),
            ConvCases.Valid(33, 5, 5, 16, 5, 5, 120), ConvCases.Same(1, 100, 100, 16, 3, 3, 20),
        })
        {
            var g = shape;
            using GuardedBuffer x = new(Kernel.Values(random, g.Batch * g.Height * g.Width * g.Channels)), dx = new(x.Length);
            using GuardedBuffer kernel = new(Kernel.Values(random, g.KernelHeight * g.KernelWidth * g.Channels * g.Filters)), dk = new(kernel.Length);
            using GuardedBuffer dy = new(Kernel.Values(random, g.Batch * g.OutputHeight * g.OutputWidth * g.Filters)), y = new(dy.Length);
            Same(y, () => Conv2D.Forward(g, x.Pointer, kernel.Pointer, null, FusedActivation.Tanh, y.Pointer));
            Same(dx, () => Conv2D.GradientInput(g, dy.Pointer, kernel.Pointer, dx.Pointer));
            Same(dk, () => Conv2D.GradientKernel(g, x.Pointer, dy.Pointer, dk.Pointer));
        }
    }

    [Theory]
    [InlineData(PoolOp.Max)]
    [InlineData(PoolOp.Average)]
    public void Pool(PoolOp op)
    {
        var random = new Random(42);
        foreach (var g in new Pool2DGeometry[] { new(20, 28, 28, 6, 2, 2, 14, 14, 2, 2, 0, 0), new(5, 30, 30, 20, 3, 3, 15, 15, 2, 2, 0, 0) })
        {
            using GuardedBuffer x = new(Kernel.Values(random, g.Batch * g.Height * g.Width * g.Channels)), dx = new(x.Length);
            using GuardedBuffer dy = new(Kernel.Values(random, g.Batch * g.OutputHeight * g.OutputWidth * g.Channels)), y = new(dy.Length);
            Same(y, () => Pooling.Forward(op, g, x.Pointer, y.Pointer));
            Same(dx, () => Pooling.Gradient(op, g, x.Pointer, y.Pointer, dy.Pointer, dx.Pointer));
        }
    }

    [Fact]
    public void Rows_and_variables()
    {
        var random = new Random(43);
        using GuardedBuffer x = new(Kernel.Values(random, 100_352 * 6)), sums = new(6), y = new(x.Length), m = new(x.Length), v = new(x.Length);
        Same(sums, () => SumRows.Run(x.Pointer, 100_352, 6, sums.Pointer));
        Same(y, () => Softmax.Forward(x.Pointer, 100_352, 6, y.Pointer));
        Same(y, () =>
        {
            foreach (var buffer in new[] { y, m, v }) buffer.Span.Fill(0.5f);
            Adam.Run(y.Pointer, x.Pointer, m.Pointer, v.Pointer, null, x.Length, new(0.1f, 0.9f, 0.999f, 1e-7f));
        });
    }

    [Fact]
    public void Primitives()
    {
        var random = new Random(45);
        using GuardedBuffer x = new(Kernel.Values(random, 60_000 * 6)), columns = new(6), rows = new(60_000), one = new(1), y = new(x.Length), row = new(Kernel.Values(random, 6));
        var indices = Enumerable.Range(0, 60_000).Select(_ => random.Next(1000)).ToArray();
        foreach (var op in new[] { ReduceOp.Sum, ReduceOp.Mean })
        {
            Same(columns, () => Reduction.Sum<float, double>(op, x.Pointer, [60_000, 6], [0], columns.Pointer, 6));
            Same(rows, () => Reduction.Sum<float, double>(op, x.Pointer, [60_000, 6], [1], rows.Pointer, 60_000));
            Same(one, () => Reduction.Sum<float, double>(op, x.Pointer, [60_000, 6], [0, 1], one.Pointer, 1));
            Same(columns, () => Reduction.Sum<float, double>(op, x.Pointer, [200, 6, 300], [0, 2], columns.Pointer, 6));
        }

        Same(columns, () => Reduction.Extreme(ReduceOp.Max, x.Pointer, [60_000, 6], [0], columns.Pointer, 6));
        Same(y, () => CumulativeSum.Run<float, double>(x.Pointer, 100, 600, 6, false, true, y.Pointer));
        Same(y, () => BinaryRows<float, FloatFunctions<float>>.Run(BinaryOp.Multiply, x.Pointer, [60_000, 6], row.Pointer, [6], y.Pointer, [60_000, 6]));
        Same(y, () => Strided.Copy((byte*)x.Pointer, [1, 6], (byte*)y.Pointer, [6, 60_000], sizeof(float)));
        Same(y, () =>
        {
            y.Span.Clear();
            fixed (int* places = indices) KerasSharp.Backends.Managed.Gathering.ScatterAdd(x.Pointer, places, 6000, 1, 1000, 60, y.Pointer);
        });
    }

    [Fact]
    public void A_warm_kernel_allocates_nothing()
    {
        var random = new Random(44);
        Conv2DGeometry g = ConvCases.Same(4, 14, 14, 6, 5, 5, 16), small = ConvCases.Valid(4, 5, 5, 16, 5, 5, 20);
        Pool2DGeometry pool = new(4, 14, 14, 6, 3, 3, 6, 6, 2, 2, 0, 0);
        using GuardedBuffer a = new(Kernel.Values(random, 100_000)), b = new(Kernel.Values(random, 100_000)), c = new(100_000);
        WorkerPool.Threads = 1;
        All();
        var before = GC.GetAllocatedBytesForCurrentThread();
        All();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void All()
        {
            KerasSharp.Backends.Managed.Gemm.Run(false, true, 100, 150, 200, a.Pointer, 200, b.Pointer, 200, c.Pointer, 150);
            for (var i = 0; i < 2; i++)
            {
                var shape = i == 0 ? g : small;
                Conv2D.Forward(shape, a.Pointer, b.Pointer, null, FusedActivation.Tanh, c.Pointer);
                Conv2D.GradientInput(shape, a.Pointer, b.Pointer, c.Pointer);
                Conv2D.GradientKernel(shape, a.Pointer, b.Pointer, c.Pointer);
            }

            Pooling.Forward(PoolOp.Average, pool, a.Pointer, b.Pointer);
            Pooling.Gradient(PoolOp.Max, pool, a.Pointer, b.Pointer, b.Pointer, c.Pointer);
            SumRows.Run(a.Pointer, 10_000, 10, c.Pointer);
            Softmax.CrossEntropy(a.Pointer, b.Pointer, 128, 10, c.Pointer, c.Pointer + 1000);
            Reduction.Sum<float, double>(ReduceOp.Mean, a.Pointer, [100, 10, 100], [0, 2], c.Pointer, 10);
            BinaryRows<float, FloatFunctions<float>>.Run(BinaryOp.Add, a.Pointer, [1000, 10], b.Pointer, [10], c.Pointer, [1000, 10]);
            BinaryRows<float, FloatFunctions<float>>.Run(BinaryOp.Add, a.Pointer, [100, 10], b.Pointer, [100, 1], c.Pointer, [100, 10]);
            Strided.Copy((byte*)a.Pointer, [1, 100], (byte*)c.Pointer, [100, 100], sizeof(float));
        }
    }

    private static void Same(GuardedBuffer result, Action run)
    {
        WorkerPool.Threads = 1;
        result.Span.Fill(float.NaN);
        run();
        var first = result.Read();
        Assert.DoesNotContain(first, float.IsNaN);
        foreach (var count in new[] { 2, 3, 5 })
        {
            WorkerPool.Threads = count;
            result.Span.Fill(float.NaN);
            run();
            Assert.Equal(first, result.Read());
        }
    }
}
