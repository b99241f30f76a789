using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Ops;

/// <summary>
/// Images seen through projective maps, TensorFlow's <c>ImageProjectiveTransformV3</c>: the pixel at (x, y) is read at
/// ((a x + b y + c) / k, (d x + e y + f) / k) with k = g x + h y + 1. Inputs: images (n, h, w, channels) and maps (n, 8) of the numbers a … h.
/// </summary>
/// <param name="fillMode">What lies beyond the edge: <c>reflect</c>, <c>wrap</c>, <c>constant</c> or <c>nearest</c>.</param>
/// <param name="fillValue">The value beyond the edge with <c>constant</c>.</param>
/// <param name="interpolation"><c>nearest</c> or <c>bilinear</c>.</param>
internal sealed class ProjectiveTransform(string fillMode, double fillValue, string interpolation) : Operation
{
    /// <inheritdoc/>
    public override string name => "image_projective_transform";

    /// <inheritdoc/>
    public override Config attributes => new() { ["fill_mode"] = fillMode, ["fill_value"] = fillValue, ["interpolation"] = interpolation };

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs)
    {
        RequireFloat32(inputs[0]);
        RequireFloat32(inputs[1]);
        return inputs[0].ndim == 4 && inputs[1].ndim == 2 && inputs[1].dim(1) == 8 ? new(inputs[0].dtype, inputs[0].DimsArray)
            : throw new ValueError($"{name} takes images of rank 4 and maps of shape (batch, 8). Received: shapes {inputs[0].shape} and {inputs[1].shape}");
    }

    /// <inheritdoc/>
    protected override Tensor compute(IBackend backend, Tensor[] inputs, OutputSpec spec)
    {
        using var noTape = new NoTape();
        return Sample(inputs[0], inputs[1].ToArray<float>());
    }

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Copy(compute(backend, inputs, new(output.dtype, output.DimsArray)), output);

    /// <summary>TensorFlow's own gradient: the gradient of the output seen through the inverse maps. It is not exactly the transposed sum.</summary>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
    {
        if (!needs[0])
        {
            return [null, null];
        }

        var maps = inputs[1].ToArray<float>();
        float[] inverses = [.. maps.Chunk(8).SelectMany(Inverse)];
        return [new ProjectiveTransform(fillMode, 0, interpolation).apply(dy, Tensor.FromBeside<float>(dy, inverses, inputs[1].dim(0), 8)), null];
    }

    // Each pixel is a weighted sum of up to four pixels of the image, picked by their numbers.
    private Tensor Sample(Tensor images, float[] maps)
    {
        var (count, height, width, channels) = (images.dim(0), images.dim(1), images.dim(2), images.dim(3));
        var pixels = ops.reshape(images, count * height * width, channels);
        var taps = new PixelTaps(count * height * width, interpolation == "bilinear" ? 4 : 1);
        for (var image = 0; image < count; image++)
        {
            Fill(taps, maps.AsSpan(image * 8, 8), image * height * width, height, width);
        }

        Tensor? sum = null;
        for (var k = 0; k < taps.Count; k++)
        {
            var part = ops.take(pixels, Tensor.FromBeside<int>(images, taps.Places(k), taps.Length)) * Tensor.FromBeside<float>(images, taps.Weights(k), taps.Length, 1);
            sum = sum is null ? part : ops.add(sum, part);
        }

        if (fillMode == "constant" && fillValue != 0)
        {
            sum = ops.add(sum!, Tensor.FromBeside<float>(images, taps.Outside((float)fillValue), taps.Length, 1));
        }

        return ops.reshape(sum!, images.DimsArray);
    }

    private void Fill(PixelTaps taps, ReadOnlySpan<float> map, int first, int height, int width)
    {
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var pixel = first + (row * width) + column;
                var depth = (map[6] * column) + (map[7] * row) + 1f;
                if (depth == 0)
                {
                    taps.AllOutside(pixel);
                    continue;
                }

                var x = EdgeRule.Inside(fillMode, ((map[0] * column) + (map[1] * row) + map[2]) / depth, width);
                var y = EdgeRule.Inside(fillMode, ((map[3] * column) + (map[4] * row) + map[5]) / depth, height);
                if (taps.Count == 1)
                {
                    taps.Set(0, pixel, Place(MathF.Round(x, MidpointRounding.AwayFromZero), MathF.Round(y, MidpointRounding.AwayFromZero), first, height, width), 1);
                    continue;
                }

                var (left, top) = (MathF.Floor(x), MathF.Floor(y));
                var (right, bottom) = (left + 1, top + 1);
                taps.Set(0, pixel, Place(left, top, first, height, width), (bottom - y) * (right - x));
                taps.Set(1, pixel, Place(right, top, first, height, width), (bottom - y) * (x - left));
                taps.Set(2, pixel, Place(left, bottom, first, height, width), (y - top) * (right - x));
                taps.Set(3, pixel, Place(right, bottom, first, height, width), (y - top) * (x - left));
            }
        }
    }

    // The number of a pixel; -1 outside of the image. NaN is outside too.
    private static int Place(float x, float y, int first, int height, int width)
        => x >= 0 && x < width && y >= 0 && y < height ? first + ((int)y * width) + (int)x : -1;

    // The inverse of the matrix (a b c, d e f, g h 1), scaled so that its last number is 1.
    private static float[] Inverse(float[] m)
    {
        double a = m[0], b = m[1], c = m[2], d = m[3], e = m[4], f = m[5], g = m[6], h = m[7];
        var last = (a * e) - (b * d);
        double[] inverse = [e - (f * h), (c * h) - b, (b * f) - (c * e), (f * g) - d, a - (c * g), (c * d) - (a * f), (d * h) - (e * g), (b * g) - (a * h)];
        return Array.ConvertAll(inverse, value => (float)(value / last));
    }
}
