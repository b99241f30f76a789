using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.TestSupport.Naive;

namespace KerasSharp.Tests.Backends.Managed;

public unsafe class Conv2DKernelTests
{
    [Fact]
    public void The_tutorials_shapes_equal_the_definition()
    {
        var random = new Random(10);
        foreach (var geometry in ConvCases.Tutorial) Check(geometry, random);
    }

    [Fact]
    public void Random_shapes_equal_the_definition()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 200; trial++) Check(ConvCases.Random(random), random);
    }

    [Fact]
    public void Random_depthwise_shapes_equal_the_definition()
    {
        var random = new Random(13);
        for (var trial = 0; trial < 200; trial++) Check(ConvCases.RandomDepthwise(random), random);
    }

    [Theory]
    [InlineData(FusedActivation.Relu)]
    [InlineData(FusedActivation.Tanh)]
    [InlineData(FusedActivation.Sigmoid)]
    public void An_activation_is_applied_after_the_bias(FusedActivation activation)
    {
        foreach (var g in new[] { ConvCases.Valid(2, 9, 13, 3, 3, 3, 6), ConvCases.Valid(2, 5, 5, 4, 5, 5, 7), ConvCases.Same(2, 6, 7, 5, 3, 3, 10) with { Groups = 5 } })
        {
            var random = new Random(12);
            float[] x = Kernel.Values(random, g.Batch * g.Height * g.Width * g.Channels);
            float[] kernel = Kernel.Values(random, g.KernelHeight * g.KernelWidth * (g.Channels / g.Groups) * g.Filters), bias = Kernel.Values(random, g.Filters);
            var expected = Array.ConvertAll(NaiveConv2D.Forward(g, Kernel.Double(x), Kernel.Double(kernel), Kernel.Double(bias)), v => activation switch
            {
                FusedActivation.Relu => Math.Max(v, 0),
                FusedActivation.Tanh => Math.Tanh(v),
                _ => 1 / (1 + Math.Exp(-v)),
            });
            using GuardedBuffer px = new(x), pk = new(kernel), pb = new(bias), py = new(expected.Length);
            Conv2D.Forward(g, px.Pointer, pk.Pointer, pb.Pointer, activation, py.Pointer);
            Kernel.Close(expected, py.Read(), 1e-5, $"{activation} {g}");
        }
    }

    private static void Check(in Conv2DGeometry g, Random random)
    {
        float[] x = Kernel.Values(random, g.Batch * g.Height * g.Width * g.Channels), bias = Kernel.Values(random, g.Filters);
        float[] kernel = Kernel.Values(random, g.KernelHeight * g.KernelWidth * (g.Channels / g.Groups) * g.Filters);
        float[] dy = Kernel.Values(random, g.Batch * g.OutputHeight * g.OutputWidth * g.Filters);
        using GuardedBuffer px = new(x), pk = new(kernel), pb = new(bias), pdy = new(dy);
        using GuardedBuffer y = new(dy.Length), dx = new(x.Length), dk = new(kernel.Length);
        var withBias = random.Next(2) == 0;

        Conv2D.Forward(g, px.Pointer, pk.Pointer, withBias ? pb.Pointer : null, FusedActivation.None, y.Pointer);
        var expected = NaiveConv2D.Forward(g, Kernel.Double(x), Kernel.Double(kernel), withBias ? Kernel.Double(bias) : null);
        Kernel.Close(expected, y.Read(), Kernel.Rounding(g.KernelHeight * g.KernelWidth * g.Channels), $"forward {g}");

        Conv2D.GradientInput(g, pdy.Pointer, pk.Pointer, dx.Pointer);
        expected = NaiveConv2D.GradientInput(g, Kernel.Double(dy), Kernel.Double(kernel));
        Kernel.Close(expected, dx.Read(), Kernel.Rounding(g.KernelHeight * g.KernelWidth * g.Filters), $"gradient by input {g}");

        Conv2D.GradientKernel(g, px.Pointer, pdy.Pointer, dk.Pointer);
        expected = NaiveConv2D.GradientKernel(g, Kernel.Double(x), Kernel.Double(dy));
        Kernel.Close(expected, dk.Read(), Kernel.Rounding(g.Batch * g.OutputHeight * g.OutputWidth), $"gradient by kernel {g}");
    }
}
