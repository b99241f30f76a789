using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>Bars: what <see cref="matplotlib.Axes.bar"/> and <see cref="matplotlib.Axes.hist"/> add.</summary>
public sealed class BarContainer : Artist
{
    private readonly DataLimits[] bars;

    internal BarContainer(DataLimits[] bars) => this.bars = bars;

    internal override double ZOrder => 1;

    internal override DataLimits Limits
        => DataLimits.Around([.. bars.SelectMany(bar => new[] { bar.XMin, bar.XMax })], [.. bars.SelectMany(bar => new[] { bar.YMin, bar.YMax })])
            with
        { StickyY = [.. bars.SelectMany(bar => bar.StickyY).Distinct()] };

    internal Rgba Color { get; init; }

    internal Rgba? EdgeColor { get; init; }

    internal override IEnumerable<DataLimits> Areas => bars;

    /// <inheritdoc/>
    public override void Render(ScottPlot.RenderPack rp)
    {
        ArgumentNullException.ThrowIfNull(rp);
        foreach (var bar in bars.Where(bar => double.IsFinite(bar.YMax - bar.YMin)))
        {
            var box = new SKRect(Axes.GetPixelX(bar.XMin), Axes.GetPixelY(bar.YMax), Axes.GetPixelX(bar.XMax), Axes.GetPixelY(bar.YMin));
            Draw(rp.Canvas, box.Standardized, Scale);
        }
    }

    internal override void DrawKey(SKCanvas canvas, SKRect box, float scale) => Draw(canvas, box, scale);

    private void Draw(SKCanvas canvas, SKRect box, float scale)
    {
        using var paint = new SKPaint { Color = Color.ToSkia(), IsAntialias = true };
        canvas.DrawRect(box, paint);
        if (EdgeColor is not { } edge)
            return;
        using var line = new SKPaint { Color = edge.ToSkia(), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = scale };
        canvas.DrawRect(box, line);
    }
}
