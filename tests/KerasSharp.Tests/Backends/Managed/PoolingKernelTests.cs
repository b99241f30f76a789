using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.TestSupport.Naive;

namespace KerasSharp.Tests.Backends.Managed;

public unsafe class PoolingKernelTests
{
    [Theory]
    [InlineData(PoolOp.Max)]
    [InlineData(PoolOp.Average)]
    public void Random_shapes_equal_the_definition(PoolOp op)
    {
        var random = new Random(20);
        for (var trial = 0; trial < 150; trial++) Check(op, ConvCases.RandomPool(random), random);
    }

    [Theory]
    [InlineData(PoolOp.Max)]
    [InlineData(PoolOp.Average)]
    public void Every_number_of_channels_equals_the_definition(PoolOp op)
    {
        for (var channels = 1; channels <= 70; channels++) Check(op, new(2, 6, 8, channels, 2, 2, 3, 4, 2, 2, 0, 0), new Random(channels));
    }

    [Fact]
    public void The_gradient_of_equal_values_goes_to_the_first()
    {
        var g = new Pool2DGeometry(1, 2, 2, 5, 2, 2, 1, 1, 2, 2, 0, 0);
        using GuardedBuffer x = new(Enumerable.Repeat(3f, 20).ToArray()), y = new(5), dy = new([1, 2, 3, 4, 5]), dx = new(20);
        Pooling.Forward(PoolOp.Max, g, x.Pointer, y.Pointer);
        Pooling.Gradient(PoolOp.Max, g, x.Pointer, y.Pointer, dy.Pointer, dx.Pointer);
        Assert.Equal([1f, 2, 3, 4, 5, .. new float[15]], dx.Read());
    }

    [Fact]
    public void NaN_is_not_hidden()
    {
        var g = new Pool2DGeometry(1, 2, 2, 1, 2, 2, 1, 1, 2, 2, 0, 0);
        for (var place = 0; place < 4; place++)
        {
            float[] values = [1, 2, 3, 4];
            values[place] = float.NaN;
            using GuardedBuffer x = new(values), y = new(1);
            Pooling.Forward(PoolOp.Max, g, x.Pointer, y.Pointer);
            Assert.True(float.IsNaN(y.Read()[0]));
            Pooling.Forward(PoolOp.Average, g, x.Pointer, y.Pointer);
            Assert.True(float.IsNaN(y.Read()[0]));
        }
    }

    private static void Check(PoolOp op, in Pool2DGeometry g, Random random)
    {
        // Few different values, so that windows often hold their maximum twice.
        var x = Enumerable.Range(0, g.Batch * g.Height * g.Width * g.Channels).Select(_ => random.Next(-3, 4) / 4f).ToArray();
        var dy = Kernel.Values(random, g.Batch * g.OutputHeight * g.OutputWidth * g.Channels);
        using GuardedBuffer px = new(x), pdy = new(dy), y = new(dy.Length), dx = new(x.Length);
        Pooling.Forward(op, g, px.Pointer, y.Pointer);
        var expected = NaivePooling.Forward(op, g, Kernel.Double(x));
        Kernel.Close(expected, y.Read(), 1e-6, $"{op} {g}");
        Pooling.Gradient(op, g, px.Pointer, y.Pointer, pdy.Pointer, dx.Pointer);
        Kernel.Close(NaivePooling.Gradient(op, g, Kernel.Double(x), expected, Kernel.Double(dy)), dx.Read(), 3e-6, $"gradient of {op} {g}");
    }
}
