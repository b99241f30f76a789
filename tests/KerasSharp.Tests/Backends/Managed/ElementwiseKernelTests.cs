using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.TestSupport.Naive;

namespace KerasSharp.Tests.Backends.Managed;

public unsafe class ElementwiseKernelTests
{
    [Fact]
    public void Tanh_is_close_to_the_exact_value_everywhere()
    {
        // Every exponent, many mantissas, both signs.
        var x = new List<float> { 0, float.Epsilon, float.MaxValue, float.PositiveInfinity, 9.02f, 9.010913f };
        for (var exponent = -126; exponent < 6; exponent++)
            for (var i = 0; i < 500; i++) x.Add((float)((1 + (i / 500.0)) * Math.Pow(2, exponent)));
        x.AddRange(x.ConvertAll(v => -v));
        var y = Apply(FusedActivation.Tanh, x.ToArray());
        for (var i = 0; i < y.Length; i++)
        {
            var exact = Math.Tanh(x[i]);
            Assert.True(Math.Abs(y[i] - exact) <= 4e-7 * Math.Abs(exact), $"tanh({x[i]:R}) is {y[i]:R}, not {exact:R}.");
            Assert.InRange(y[i], -1, 1);
        }
    }

    [Theory]
    [InlineData(FusedActivation.Relu)]
    [InlineData(FusedActivation.Tanh)]
    [InlineData(FusedActivation.Sigmoid)]
    public void NaN_stays_NaN(FusedActivation activation)
    {
        var y = Apply(activation, Enumerable.Repeat(float.NaN, 19).ToArray());
        Assert.All(y, v => Assert.True(float.IsNaN(v)));
    }

    [Fact]
    public void Relu_and_sigmoid_equal_their_definitions()
    {
        float[] x = [.. Kernel.Values(new(30), 37).Select(v => v * 20), -80, 100, 0];
        Kernel.Close(Array.ConvertAll(x, v => (double)Math.Max(v, 0)), Apply(FusedActivation.Relu, x), 0, "relu");
        var y = Apply(FusedActivation.Sigmoid, x);
        for (var i = 0; i < x.Length; i++)
        {
            var exact = 1 / (1 + Math.Exp(-x[i]));
            Assert.True(Math.Abs(y[i] - exact) <= 4e-7 * exact, $"sigmoid({x[i]}) is {y[i]}, not {exact}.");
        }
    }

    [Theory]
    [InlineData(FusedActivation.None)]
    [InlineData(FusedActivation.Relu)]
    [InlineData(FusedActivation.Tanh)]
    [InlineData(FusedActivation.Sigmoid)]
    public void Gradients_equal_their_definitions(FusedActivation activation)
    {
        var random = new Random(31);
        for (var count = 1; count < 70; count++)
        {
            float[] y = Kernel.Values(random, count), dy = Kernel.Values(random, count);
            using GuardedBuffer py = new(y), pdy = new(dy);
            ActivationKernels.Gradient(activation, py.Pointer, pdy.Pointer, pdy.Pointer, count);
            var expected = y.Zip(dy, (a, b) => (double)b * (activation switch
            {
                FusedActivation.Relu => a > 0 ? 1.0 : 0,
                FusedActivation.Tanh => 1 - ((double)a * a),
                FusedActivation.Sigmoid => a * (1.0 - a),
                _ => 1,
            }));
            Kernel.Close(expected.ToArray(), pdy.Read(), 3e-7, $"{activation} of {count}");
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(128, 10)]
    [InlineData(7, 16)]
    [InlineData(3, 1003)]
    [InlineData(700, 17)]
    public void Softmax_and_cross_entropy_equal_their_definitions(int rows, int columns)
    {
        var random = new Random(32);
        var x = Array.ConvertAll(Kernel.Values(random, rows * columns), v => (10 * v) + 500);
        var target = Array.ConvertAll(Kernel.Values(random, rows * columns), v => Math.Max(v, 0));
        var dy = Kernel.Values(random, rows * columns);
        using GuardedBuffer px = new(x), pt = new(target), pdy = new(dy), y = new(x.Length), loss = new(rows), gradient = new(x.Length);
        var softmax = NaiveSoftmax.Forward(Kernel.Double(x), columns);
        Softmax.Forward(px.Pointer, rows, columns, y.Pointer);
        Kernel.Close(softmax, y.Read(), 1e-6, "softmax");

        Softmax.CrossEntropy(px.Pointer, pt.Pointer, rows, columns, loss.Pointer, gradient.Pointer);
        Kernel.Close(NaiveSoftmax.CrossEntropy(Kernel.Double(x), Kernel.Double(target), columns), loss.Read(), 1e-6, "cross-entropy");
        var expected = new double[x.Length];
        for (var i = 0; i < x.Length; i++) expected[i] = (softmax[i] * Row(target, i).Sum(v => (double)v)) - target[i];
        Kernel.Close(expected, gradient.Read(), 2e-6 * columns, "gradient of cross-entropy");

        Softmax.Gradient(y.Pointer, pdy.Pointer, rows, columns, gradient.Pointer);
        for (var i = 0; i < x.Length; i++) expected[i] = softmax[i] * (dy[i] - Row(softmax, i).Zip(Row(dy, i), (a, b) => a * b).Sum());
        Kernel.Close(expected, gradient.Read(), 1e-6, "gradient of softmax");

        IEnumerable<T> Row<T>(T[] values, int i) => values.Skip(i / columns * columns).Take(columns);
    }

    [Fact]
    public void Cross_entropy_passes_over_impossible_classes_that_are_no_target()
    {
        using GuardedBuffer x = new([0, float.NegativeInfinity, 0]), target = new([1, 0, 0]), loss = new(1), gradient = new(3);
        Softmax.CrossEntropy(x.Pointer, target.Pointer, 1, 3, loss.Pointer, gradient.Pointer);
        Assert.Equal(Math.Log(2), loss.Read()[0], 1e-6);
        Assert.Equal([-0.5f, 0, 0.5f], gradient.Read());
    }

    [Fact]
    public void Sums_of_rows_equal_the_definition()
    {
        var random = new Random(33);
        for (var trial = 0; trial < 200; trial++)
        {
            int columns = random.Next(1, 150), rows = random.Next(0, 800);
            var x = Kernel.Values(random, rows * columns);
            using GuardedBuffer px = new(x), sums = new(columns);
            SumRows.Run(px.Pointer, rows, columns, sums.Pointer);
            var expected = new double[columns];
            for (var i = 0; i < x.Length; i++) expected[i % columns] += x[i];
            Kernel.Close(expected, sums.Read(), Kernel.Rounding(rows), $"{rows} x {columns}");
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(100, true)]
    [InlineData(10_001, false)]
    [InlineData(20_007, true)]
    public void Adam_equals_its_formulas(int count, bool amsgrad)
    {
        var random = new Random(34);
        var step = new AdamStep(0.01f, 0.1f, 0.001f, 1e-7f);
        float[] w = Kernel.Values(random, count), m = Kernel.Values(random, count), v = Array.ConvertAll(Kernel.Values(random, count), Math.Abs);
        var largest = Array.ConvertAll(Kernel.Values(random, count), Math.Abs);
        var g = Kernel.Values(random, count);
        using GuardedBuffer pw = new(w), pg = new(g), pm = new(m), pv = new(v), pl = new(largest);
        Adam.Run(pw.Pointer, pg.Pointer, pm.Pointer, pv.Pointer, amsgrad ? pl.Pointer : null, count, step);
        double[] ew = new double[count], em = new double[count], ev = new double[count], el = Kernel.Double(largest);
        for (var i = 0; i < count; i++)
        {
            em[i] = m[i] + ((g[i] - m[i]) * 0.1);
            ev[i] = v[i] + ((((double)g[i] * g[i]) - v[i]) * 0.001);
            if (amsgrad) el[i] = Math.Max(el[i], ev[i]);
            ew[i] = w[i] - (em[i] * 0.01 / (Math.Sqrt(amsgrad ? el[i] : ev[i]) + 1e-7));
        }

        Kernel.Close(em, pm.Read(), 1e-6, "m");
        Kernel.Close(ev, pv.Read(), 1e-6, "v");
        Kernel.Close(el, pl.Read(), 1e-6, "largest v");
        for (var i = 0; i < count; i++) Assert.Equal(ew[i] - w[i], pw.Span[i] - w[i], 1e-6 + (Math.Abs(ew[i] - w[i]) * 1e-3));
    }

    // In place where the count is odd.
    private static float[] Apply(FusedActivation activation, float[] x)
    {
        using GuardedBuffer px = new(x), py = new(x.Length);
        var target = x.Length % 2 == 1 ? px : py;
        ActivationKernels.Apply(activation, px.Pointer, target.Pointer, x.Length);
        return target.Read();
    }
}
