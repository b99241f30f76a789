using KerasSharp.Python;
using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>A line through points, with or without markers: what <see cref="matplotlib.Axes.plot(ArrayLike, string, PythonString, ColorLike, double?, string?, string?, double?, double?)"/> adds.</summary>
public sealed class Line2D : Artist
{
    private readonly double[] x;
    private readonly double[] y;
    private readonly ScottPlot.Plottables.Scatter scatter;

    internal Line2D(double[] x, double[] y)
    {
        (this.x, this.y) = (x, y);
        scatter = new(new ScottPlot.DataSources.ScatterSourceDoubleArray(x, y));
    }

    internal override double ZOrder => 2;

    internal override DataLimits Limits => DataLimits.Around(x, y);

    internal override IEnumerable<(double X, double Y)> Points => x.Zip(y);

    internal Rgba Color { get; init; }

    /// <summary>In points.</summary>
    internal double Width { get; init; } = 1.5;

    internal LineDash Dash { get; init; } = LineDash.Solid;

    internal char? Marker { get; init; }

    /// <summary>In points.</summary>
    internal double MarkerSize { get; init; } = 6;

    /// <inheritdoc/>
    public override void Render(ScottPlot.RenderPack rp)
    {
        ArgumentNullException.ThrowIfNull(rp);
        scatter.Axes = Axes;
        scatter.LineStyle = Stroke(Scale);
        scatter.MarkerSize = 0;
        scatter.Render(rp);
        if (Marker is not { } marker)
            return;
        foreach (var (px, py) in x.Zip(y).Where(point => double.IsFinite(point.First) && double.IsFinite(point.Second)))
            DrawMarker(rp.Canvas, marker, new(Axes.GetPixelX(px), Axes.GetPixelY(py)), Scale);
    }

    internal override void DrawKey(SKCanvas canvas, SKRect box, float scale)
    {
        var stroke = Stroke(scale);
        using var paint = ScottPlot.Paint.NewDisposablePaint();
        if (stroke.IsVisible)
            ScottPlot.Drawing.DrawLine(canvas, paint, new ScottPlot.PixelLine(box.Left, box.MidY, box.Right, box.MidY), stroke);
        if (Marker is { } marker)
            DrawMarker(canvas, marker, new(box.MidX, box.MidY), scale);
    }

    private void DrawMarker(SKCanvas canvas, char marker, SKPoint center, float scale) => MarkerPen.Draw(canvas, marker, center, (float)MarkerSize * scale, Color, scale);

    private ScottPlot.LineStyle Stroke(float scale)
    {
        var width = (float)Width * scale;
        return new()
        {
            Color = Color.ToScottPlot(),
            Width = width,
            Pattern = LineDashes.Pattern(Dash, width),
            IsVisible = Dash != LineDash.None && width > 0,
            StrokeCap = Dash == LineDash.Solid ? SKStrokeCap.Square : SKStrokeCap.Butt,
            StrokeJoin = SKStrokeJoin.Round,
        };
    }
}
