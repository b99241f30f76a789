using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>A text at a place of the data, not clipped: what <see cref="matplotlib.Axes.text"/> adds.</summary>
internal sealed record TextArtist(double X, double Y, string Text, TextStyle Style, HorizontalAlign Across, VerticalAlign Along)
{
    public void Draw(SKCanvas canvas, AxesLayout layout) => layout.Block(Text, Style).Draw(canvas, layout.PixelX(X), layout.PixelY(Y), Across, Along);
}
