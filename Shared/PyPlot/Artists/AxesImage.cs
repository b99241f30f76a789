using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>A picture in axes: what <see cref="matplotlib.Axes.imshow"/> adds.</summary>
public sealed class AxesImage : ScalarMappable
{
    private readonly DataLimits extent;
    private readonly uint[] pixels;
    private readonly int width;

    /// <param name="pixels">The colours, packed as 0xAABBGGRR, not premultiplied, row by row.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="extent">The rectangle it fills; row 0 lies at the lower y.</param>
    internal AxesImage(uint[] pixels, int width, DataLimits extent)
    {
        this.pixels = pixels;
        this.width = width;
        this.extent = extent;
    }

    internal override double ZOrder => 0;

    internal override DataLimits Limits => extent with { StickyX = [extent.XMin, extent.XMax], StickyY = [extent.YMin, extent.YMax] };

    internal Interpolation Interpolation { get; init; }

    internal double Alpha { get; init; } = 1;

    /// <inheritdoc/>
    public override void Render(ScottPlot.RenderPack rp)
    {
        ArgumentNullException.ThrowIfNull(rp);
        var height = pixels.Length / width;
        using var image = SKImage.FromPixelCopy(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul), Bytes());
        // Whole pixels at the border, so that the picture fills the frame and its pixels stay sharp.
        float left = Edge(Axes.GetPixelX(extent.XMin)), right = Edge(Axes.GetPixelX(extent.XMax));
        float top = Edge(Axes.GetPixelY(extent.YMin)), bottom = Edge(Axes.GetPixelY(extent.YMax));
        rp.Canvas.Save();
        // The y axis mostly runs upwards and a picture's rows downwards: a negative scale turns the picture over.
        rp.Canvas.Translate(left, top);
        rp.Canvas.Scale((right - left) / width, (bottom - top) / height);
        using var paint = new SKPaint { Color = SKColors.White.WithAlpha((byte)Math.Round(Alpha * 255)) };
        rp.Canvas.DrawImage(image, 0, 0, Sampling(Math.Abs(right - left) >= width && Math.Abs(bottom - top) >= height), paint);
        rp.Canvas.Restore();
    }

    /// <summary>Colours values, from the limits given or from the least to the greatest.</summary>
    internal void Color(double[] values, double? vmin, double? vmax)
    {
        SetLimits(values, vmin, vmax);
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = Map.Pixel(Normalize(values[i]));
    }

    private static float Edge(float pixel) => MathF.Round(pixel);

    private byte[] Bytes() => System.Runtime.InteropServices.MemoryMarshal.AsBytes(pixels.AsSpan()).ToArray();

    private SKSamplingOptions Sampling(bool isEnlarged) => Interpolation switch
    {
        Interpolation.Bilinear => new(SKFilterMode.Linear, SKMipmapMode.Linear),
        Interpolation.Bicubic => new(SKCubicResampler.CatmullRom),
        Interpolation.Antialiased when !isEnlarged => new(SKFilterMode.Linear, SKMipmapMode.Linear),
        _ => new(SKFilterMode.Nearest),
    };
}
