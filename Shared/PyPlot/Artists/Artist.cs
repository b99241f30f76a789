using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>Something drawn inside axes. It is a plottable of ScottPlot, which gives it its place, its clip and its pixels.</summary>
public abstract class Artist : ScottPlot.IPlottable
{
    /// <summary>Whether it is drawn.</summary>
    public bool IsVisible { get; set; } = true;

    /// <summary>From coordinates to pixels; ScottPlot sets it.</summary>
    public ScottPlot.IAxes Axes { get; set; } = new ScottPlot.Axes();

    /// <summary>ScottPlot's own legend is not used.</summary>
    public IEnumerable<ScottPlot.LegendItem> LegendItems => [];

    /// <summary>The legend's text; null or a text that starts with "_" keeps it out.</summary>
    internal string? Label { get; init; }

    /// <summary>What is drawn later lies above; matplotlib's numbers.</summary>
    internal abstract double ZOrder { get; }

    /// <summary>Where the data are.</summary>
    internal abstract DataLimits Limits { get; }

    /// <summary>Pixels per point, while drawing.</summary>
    internal float Scale { get; set; } = 1;

    /// <inheritdoc/>
    public ScottPlot.AxisLimits GetAxisLimits() => new(Limits.XMin, Limits.XMax, Limits.YMin, Limits.YMax);

    /// <inheritdoc/>
    public abstract void Render(ScottPlot.RenderPack rp);

    /// <summary>Draws the sample of a legend.</summary>
    internal virtual void DrawKey(SKCanvas canvas, SKRect box, float scale)
    {
    }

    /// <summary>What a legend should not cover, by coordinates: corners of a line, or points.</summary>
    internal virtual IEnumerable<(double X, double Y)> Points => [];

    /// <summary>What a legend should not cover: areas.</summary>
    internal virtual IEnumerable<DataLimits> Areas => [];
}
