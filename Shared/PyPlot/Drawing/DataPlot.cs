using ScottPlot.Rendering.RenderActions;
using ScottPlot.TickGenerators;

namespace KerasSharp.matplotlib;

/// <summary>
/// ScottPlot's part of axes: the data and nothing else. Frame, ticks, texts and legend are drawn here, since only measured text can be given its room
/// and only a chain of fonts can draw Chinese.
/// </summary>
internal static class DataPlot
{
    /// <summary>A plot that draws what is added to it over the whole rectangle it gets, and nothing around or under it.</summary>
    public static ScottPlot.Plot Create()
    {
        var plot = new ScottPlot.Plot();
        plot.Layout.Fixed(new ScottPlot.PixelPadding(0));
        plot.FigureBackground.Color = ScottPlot.Colors.Transparent;
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.RenderManager.RenderActions.Clear();
        plot.RenderManager.RenderActions.AddRange(
        [
            new PreRenderLock(), new ReplaceNullAxesWithDefaults(), new CalculateLayout(), new RenderStartingEvent(), new RenderPlottables(), new RenderPlottablesLast(),
        ]);
        foreach (var axis in plot.Axes.GetAxes())
            axis.TickGenerator = new EmptyTickGenerator();
        return plot;
    }

    /// <summary>Draws artists, lowest first, and then what a user added to the plot.</summary>
    public static void Draw(SkiaSharp.SKCanvas canvas, AxesLayout layout)
    {
        var plot = layout.Axes.scottplot;
        plot.PlottableList.RemoveAll(plottable => plottable is Artist);
        plot.PlottableList.InsertRange(0, layout.Axes.Artists);
        if (plot.PlottableList.Count == 0)
            return;
        foreach (var artist in plot.PlottableList.OfType<Artist>())
            artist.Scale = layout.Scale;
        plot.Axes.SetLimits(layout.ViewX.Start, layout.ViewX.End, layout.ViewY.Start, layout.ViewY.End);
        var frame = new ScottPlot.PixelRect(layout.Frame.Left, layout.Frame.Right, layout.Frame.Bottom, layout.Frame.Top);
        // ScottPlot draws again at once when the limits differ from the last time, and translucent lines would darken:
        // so the first time goes nowhere.
        using var nowhere = new SkiaSharp.SKNoDrawCanvas(1, 1);
        plot.Render(nowhere, frame);
        canvas.Save();
        plot.Render(canvas, frame);
        canvas.Restore();
    }
}
