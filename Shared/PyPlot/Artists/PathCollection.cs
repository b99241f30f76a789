using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>Points: what <see cref="matplotlib.Axes.scatter"/> adds.</summary>
public sealed class PathCollection : ScalarMappable
{
    private readonly double[] x;
    private readonly double[] y;

    internal PathCollection(double[] x, double[] y) => (this.x, this.y) = (x, y);

    internal override double ZOrder => 1;

    internal override DataLimits Limits => DataLimits.Around(x, y);

    internal override IEnumerable<(double X, double Y)> Points => x.Zip(y);

    /// <summary>The area of each marker, in square points: one for all, or one each.</summary>
    internal double[] Areas2 { get; init; } = [36];

    /// <summary>The value of each point, which gives its colour; empty where all have <see cref="Color"/>.</summary>
    internal double[] Values { get; init; } = [];

    internal Rgba Color { get; init; }

    internal double? Alpha { get; init; }

    internal char Marker { get; init; } = 'o';

    /// <inheritdoc/>
    public override void Render(ScottPlot.RenderPack rp)
    {
        ArgumentNullException.ThrowIfNull(rp);
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsFinite(x[i]) && double.IsFinite(y[i]))
                Draw(rp.Canvas, new(Axes.GetPixelX(x[i]), Axes.GetPixelY(y[i])), i, Scale);
        }
    }

    internal override void DrawKey(SKCanvas canvas, SKRect box, float scale)
    {
        if (x.Length > 0)
            Draw(canvas, new(box.MidX, box.MidY), 0, scale);
    }

    private void Draw(SKCanvas canvas, SKPoint center, int i, float scale)
    {
        var size = (float)Math.Sqrt(Areas2[i % Areas2.Length]) * scale;
        var color = (Values.Length == 0 ? Color : Map[Normalize(Values[i])]).WithAlpha(Alpha);
        MarkerPen.Draw(canvas, Marker, center, size, color, scale);
    }
}
