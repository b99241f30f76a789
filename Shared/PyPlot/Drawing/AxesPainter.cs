using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>Draws axes by their layout: background and grid, then what ScottPlot draws, then frame, ticks and texts, the legend last.</summary>
internal static class AxesPainter
{
    /// <summary>Width of the frame and of ticks, in points.</summary>
    private const float LineWidth = 0.8f;

    public static void Draw(SKCanvas canvas, AxesLayout layout)
    {
        var axes = layout.Axes;
        if (axes.HasAxis && axes.HasFrame && axes.Base is null)
        {
            using var white = new SKPaint { Color = SKColors.White };
            canvas.DrawRect(layout.Frame, white);
        }
        if (axes is { HasAxis: true, Grid: { } grid })
            DrawGrid(canvas, layout, grid);
        DataPlot.Draw(canvas, layout);
        if (axes.HasAxis)
            DrawFrame(canvas, layout);
        foreach (var text in layout.Texts)
            text.Draw(canvas);
        foreach (var text in axes.Texts)
            text.Draw(canvas, layout);
        if (axes.Legend is { } look)
            LegendPainter.Draw(canvas, layout, look);
    }

    private static void DrawGrid(SKCanvas canvas, AxesLayout layout, GridLook grid)
    {
        var width = PenWidth(grid.Width * layout.Scale);
        using var dash = grid.Dash == LineDash.Solid ? null : SKPathEffect.CreateDash(LineDashes.Pattern(grid.Dash, width).Intervals, 0);
        using var paint = new SKPaint { Color = grid.Color.ToSkia(), StrokeWidth = width, PathEffect = dash, IsStroke = true };
        foreach (var x in grid.AtX ? layout.GridX : [])
            canvas.DrawLine(Snap(x, width), layout.Frame.Top, Snap(x, width), layout.Frame.Bottom, paint);
        foreach (var y in grid.AtY ? layout.GridY : [])
            canvas.DrawLine(layout.Frame.Left, Snap(y, width), layout.Frame.Right, Snap(y, width), paint);
    }

    private static void DrawFrame(SKCanvas canvas, AxesLayout layout)
    {
        var width = PenWidth(LineWidth * layout.Scale);
        using var paint = new SKPaint { Color = SKColors.Black, StrokeWidth = width, IsStroke = true };
        var frame = layout.Frame;
        if (layout.Axes.HasFrame)
            canvas.DrawRect(new(Snap(frame.Left, width), Snap(frame.Top, width), Snap(frame.Right, width), Snap(frame.Bottom, width)), paint);
        foreach (var (from, to) in layout.Ticks)
        {
            if (from.X == to.X)
                canvas.DrawLine(Snap(from.X, width), from.Y, Snap(from.X, width), to.Y, paint);
            else
                canvas.DrawLine(from.X, Snap(from.Y, width), to.X, Snap(from.Y, width), paint);
        }
    }

    /// <summary>Straight lines have whole widths on whole pixels: sharp, and all alike.</summary>
    private static float PenWidth(double width) => Math.Max(1, MathF.Round((float)width));

    private static float Snap(float pixel, float width) => width % 2 == 1 ? MathF.Floor(pixel) + 0.5f : MathF.Round(pixel);
}
