using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Backends.Managed;

/// <summary>The kernel of optimizers' steps, against its formula.</summary>
public class BlendTests
{
    [Theory]
    [InlineData(1, 0.5f, 1)]
    [InlineData(2047, -0.01f, 0.9f)]
    [InlineData(2049, 1, 0)]
    [InlineData(40_001, 0.25f, 0.75f)]
    public void Output_becomes_a_x_plus_b_output(int count, float a, float b)
    {
        var random = new Random(7);
        float[] x = [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)], y = [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
        var output = Tensor.From<float>(y, count);
        Backend.Current.Blend(a, Tensor.From<float>(x, count), b, output);
        var result = output.ToArray<float>();
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(((double)a * x[i]) + ((double)b * y[i]), result[i], 1e-6);
        }
    }

    [Fact]
    public void It_may_blend_a_tensor_with_itself()
    {
        var x = Tensor.From<float>([1, -2], 2);
        Backend.Current.Blend(-0.25f, x, 1, x);

        Assert.Equal([0.75f, -1.5f], x.ToArray<float>());
    }
}
