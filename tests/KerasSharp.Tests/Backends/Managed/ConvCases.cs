using KerasSharp.Backends;

namespace KerasSharp.Tests.Backends.Managed;

/// <summary>Shapes of convolutions and poolings for the tests.</summary>
internal static class ConvCases
{
    /// <summary>The shapes that the tutorial uses, small in batch.</summary>
    public static Conv2DGeometry[] Tutorial { get; } =
    [
        Same(2, 28, 28, 1, 5, 5, 6), Valid(2, 32, 32, 1, 5, 5, 6), Valid(3, 14, 14, 6, 5, 5, 16), Valid(3, 5, 5, 16, 5, 5, 120),
        Same(1, 32, 32, 3, 3, 3, 32), Same(1, 16, 16, 32, 3, 3, 64), Same(1, 9, 9, 64, 1, 1, 40), Same(2, 7, 7, 8, 3, 3, 8) with { Groups = 8 },
        Same(2, 9, 12, 40, 3, 3, 40) with { Groups = 40 }, Valid(2, 1, 20, 6, 1, 3, 12) with { Groups = 6 },
    ];

    /// <summary>Any convolution: odd sizes, strides, dilation, uneven padding, groups, kernels that reach beyond the image.</summary>
    public static Conv2DGeometry Random(Random random)
    {
        int groups = random.Next(4) == 0 ? random.Next(1, 5) : 1;
        int kh = random.Next(1, 6), kw = random.Next(1, 6), sh = random.Next(1, 4), sw = random.Next(1, 4);
        int dh = sh == 1 || random.Next(3) == 0 ? random.Next(1, 3) : 1, dw = sw == 1 || random.Next(3) == 0 ? random.Next(1, 3) : 1;
        int top = random.Next(2) == 0 ? 0 : random.Next(kh), left = random.Next(2) == 0 ? 0 : random.Next(kw);
        int bottom = random.Next(2) == 0 ? 0 : random.Next(kh), right = random.Next(2) == 0 ? 0 : random.Next(kw);
        int minHeight = Math.Max(1, ((kh - 1) * dh) + 1 - top - bottom), minWidth = Math.Max(1, ((kw - 1) * dw) + 1 - left - right);
        int height = minHeight + random.Next(12), width = minWidth + random.Next(random.Next(2) == 0 ? 6 : 40);
        return new(
            random.Next(1, 4), height, width, groups * random.Next(1, random.Next(3) == 0 ? 40 : 8),
            kh, kw, ((height + top + bottom - ((kh - 1) * dh) - 1) / sh) + 1, ((width + left + right - ((kw - 1) * dw) - 1) / sw) + 1,
            groups * random.Next(1, random.Next(3) == 0 ? 70 : 20), sh, sw, dh, dw, top, left, groups);
    }

    /// <summary>Any convolution with one group per channel: one or several kernels per channel, all remainders of registers.</summary>
    public static Conv2DGeometry RandomDepthwise(Random random)
    {
        var g = Random(random);
        var channels = random.Next(2, random.Next(2) == 0 ? 9 : 45);
        return g with { Channels = channels, Groups = channels, Filters = channels * (random.Next(2) == 0 ? 1 : random.Next(1, 4)) };
    }

    /// <summary>Any pooling: odd sizes, overlapping windows, gaps between them, padding.</summary>
    public static Pool2DGeometry RandomPool(Random random)
    {
        int ph = random.Next(1, 5), pw = random.Next(1, 5), sh = random.Next(1, 5), sw = random.Next(1, 5);
        int top = random.Next(2) == 0 ? 0 : random.Next(ph), left = random.Next(2) == 0 ? 0 : random.Next(pw);
        int bottom = random.Next(2) == 0 ? 0 : random.Next(ph), right = random.Next(2) == 0 ? 0 : random.Next(pw);
        int height = Math.Max(ph, 1) + random.Next(12), width = Math.Max(pw, 1) + random.Next(12);
        return new(
            random.Next(1, 4), height, width, random.Next(1, 40), ph, pw,
            ((height + top + bottom - ph) / sh) + 1, ((width + left + right - pw) / sw) + 1, sh, sw, top, left);
    }

    /// <summary>Stride 1, no padding.</summary>
    public static Conv2DGeometry Valid(int batch, int height, int width, int channels, int kh, int kw, int filters) =>
        new(batch, height, width, channels, kh, kw, height - kh + 1, width - kw + 1, filters, 1, 1, 1, 1, 0, 0, 1);

    /// <summary>Stride 1, output as large as the input.</summary>
    public static Conv2DGeometry Same(int batch, int height, int width, int channels, int kh, int kw, int filters) =>
        new(batch, height, width, channels, kh, kw, height, width, filters, 1, 1, 1, 1, (kh - 1) / 2, (kw - 1) / 2, 1);
}
