using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Benchmarks;

/// <summary>
/// The depthwise kernels beside what they replace: the kernels of grouped convolutions with one group per channel, and the direct
/// composition, which multiplies shifted images by the weights of one tap and adds them up. All on all threads.
/// </summary>
internal static unsafe class DepthwiseBenchmark
{
    /// <summary>Measures and prints a table.</summary>
    public static void Run()
    {
        Case("16x32x32x64, 3x3", Same(16, 32, 32, 64, 3, 1, 1));
        Case("8x56x56x128, 3x3", Same(8, 56, 56, 128, 3, 1, 1));
        Case("8x56x56x128, 3x3, strides 2", Same(8, 56, 56, 128, 3, 2, 1));
        Case("16x32x32x32, 5x5", Same(16, 32, 32, 32, 5, 1, 1));
        Case("16x32x32x24, 3x3, two per channel", Same(16, 32, 32, 24, 3, 1, 2));
    }

    private static void Case(string name, Conv2DGeometry g)
    {
        nint inputs = (nint)g.Batch * g.Height * g.Width * g.Channels, outputs = (nint)g.Batch * g.OutputHeight * g.OutputWidth * g.Filters;
        nint weights = (nint)g.KernelHeight * g.KernelWidth * g.Filters;
        float* x = Floats.New(inputs), dx = Floats.New(inputs), kernel = Floats.New(weights), dk = Floats.New(weights), y = Floats.New(outputs), dy = Floats.New(outputs);
        Tensor image = Tensor.From<float>(new(x, (int)inputs), g.Batch, g.Height, g.Width, g.Channels), weight = Tensor.From<float>(new(kernel, (int)weights), g.KernelHeight, g.KernelWidth, 1, g.Filters);
        var measure = new Measure();
        int forward = measure.Add(() => Conv2D.Forward(g, x, kernel, null, FusedActivation.None, y)), groups = measure.Add(() => Conv2DForward.Run(g, x, kernel, null, FusedActivation.None, y));
        int byKernel = measure.Add(() => Conv2D.GradientKernel(g, x, dy, dk)), groupsByKernel = measure.Add(() => Conv2DGradientKernel.Run(g, x, dy, dk));
        int byInput = measure.Add(() => Conv2D.GradientInput(g, dy, kernel, dx)), groupsByInput = measure.Add(() => Conv2DGradientInput.Run(g, dy, kernel, dx));
        int step = measure.Add(() => Step(image, weight, (a, b) => ops.conv2d(g, a, b, null, FusedActivation.None))), composedStep = measure.Add(() => Step(image, weight, (a, b) => Composed(g, a, b)));
        int alone = measure.Add(() => Scoped(() => ops.conv2d(g, image, weight, null, FusedActivation.None))), composed = measure.Add(() => Scoped(() => Composed(g, image, weight)));
        measure.Run(7);
        var operations = 2.0 * outputs * g.KernelHeight * g.KernelWidth;
        Line($"{name} forward", operations, measure[forward], measure[groups], "the grouped kernel");
        Line($"{name} by kernel", operations, measure[byKernel], measure[groupsByKernel], "the grouped kernel");
        Line($"{name} by input", operations, measure[byInput], measure[groupsByInput], "the grouped kernel");
        Line($"{name} forward, as an operation", operations, measure[alone], measure[composed], "the direct composition");
        Line($"{name} forward and both gradients", 3 * operations, measure[step], measure[composedStep], "the direct composition");
    }

    private static void Line(string name, double operations, double time, double other, string what)
        => Console.WriteLine($"{name,-62} {time * 1e6,8:f0} µs  {operations / time / 1e9,6:f1} GFLOP/s, {other / time,5:f1} times as fast as {what}");

    // Each tap sees a shifted image; where a channel has several kernels it is repeated.
    private static Tensor Composed(in Conv2DGeometry g, Tensor x, Tensor kernel)
    {
        var many = g.Filters / g.Channels;
        var padded = ops.pad(x, new[,] { { 0, 0 }, { g.PadTop, g.KernelHeight }, { g.PadLeft, g.KernelWidth }, { 0, 0 } });
        Tensor? sum = null;
        for (var tap = 0; tap < g.KernelHeight * g.KernelWidth; tap++)
        {
            int ky = tap / g.KernelWidth, kx = tap % g.KernelWidth;
            var seen = ops.strided_slice(padded, [0, ky, kx, 0], [1, g.StrideHeight, g.StrideWidth, 1], [g.Batch, g.OutputHeight, g.OutputWidth, g.Channels]);
            var weight = ops.slice(kernel, [ky, kx, 0, 0], [1, 1, 1, g.Filters]);
            var part = many == 1 ? ops.multiply(seen, weight)
                : ops.reshape(ops.multiply(ops.expand_dims(seen, 4), ops.reshape(weight, 1, 1, 1, g.Channels, many)), g.Batch, g.OutputHeight, g.OutputWidth, g.Filters);
            sum = sum is null ? part : ops.add(sum, part);
        }

        return sum!;
    }

    private static void Scoped(Func<Tensor> function)
    {
        using var scope = TensorScope.Begin();
        function();
    }

    private static void Step(Tensor x, Tensor kernel, Func<Tensor, Tensor, Tensor> function)
    {
        using var scope = TensorScope.Begin();
        using var tape = new GradientTape();
        tape.watch(x);
        tape.watch(kernel);
        tape.start();
        var y = function(x, kernel);
        tape.stop();
        tape.gradient(y, [x, kernel], y);
    }

    private static Conv2DGeometry Same(int batch, int height, int width, int channels, int size, int stride, int many) => new(
        batch, height, width, channels, size, size, (height + stride - 1) / stride, (width + stride - 1) / stride, channels * many, stride, stride, 1, 1, (size - stride) / 2, (size - stride) / 2, channels);
}
