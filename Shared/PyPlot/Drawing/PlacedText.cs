using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>A measured text at its place.</summary>
internal readonly record struct PlacedText(TextBlock Block, float X, float Y, HorizontalAlign Across, VerticalAlign Along)
{
    public SKRect Bounds => Block.Bounds(X, Y, Across, Along);

    public void Draw(SKCanvas canvas) => Block.Draw(canvas, X, Y, Across, Along);
}
