using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>Coloured cells, one per element of a matrix: what <c>sns.heatmap</c> draws. Cell (row, column) fills the unit square there.</summary>
public sealed class QuadMesh : ScalarMappable
{
    private readonly double[] values;
    private readonly int columns;

    internal QuadMesh(double[] values, int columns) => (this.values, this.columns) = (values, columns);

    internal override double ZOrder => 0;

    internal override DataLimits Limits => new(0, columns, 0, values.Length / columns) { StickyX = [0, columns], StickyY = [0, values.Length / columns] };

    /// <summary>Width of the lines between cells, in points.</summary>
    internal double LineWidth { get; init; }

    internal Rgba LineColor { get; init; } = Rgba.White;

    /// <summary>The colour of a cell.</summary>
    internal Rgba Face(int cell) => Map[Normalize(values[cell])];

    /// <inheritdoc/>
    public override void Render(ScottPlot.RenderPack rp)
    {
        ArgumentNullException.ThrowIfNull(rp);
        using var fill = new SKPaint();
        using var line = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = (float)LineWidth * Scale, Color = LineColor.ToSkia(), IsAntialias = true };
        for (var cell = 0; cell < values.Length; cell++)
        {
            var (row, column) = Math.DivRem(cell, columns);
            // Whole pixels: neighbours meet without a seam.
            var box = SKRect.Create(0, 0, 0, 0);
            (box.Left, box.Right) = (MathF.Round(Axes.GetPixelX(column)), MathF.Round(Axes.GetPixelX(column + 1)));
            (box.Top, box.Bottom) = (MathF.Round(Axes.GetPixelY(row)), MathF.Round(Axes.GetPixelY(row + 1)));
            fill.Color = Face(cell).ToSkia();
            rp.Canvas.DrawRect(box.Standardized, fill);
            if (LineWidth > 0)
                rp.Canvas.DrawRect(box.Standardized, line);
        }
    }
}
