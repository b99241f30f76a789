using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>Draws markers.</summary>
internal static class MarkerPen
{
    /// <summary>Draws one marker.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="marker">Its character.</param>
    /// <param name="center">Its place, in pixels.</param>
    /// <param name="size">Its size, in pixels.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="edge">The width of its outline, in pixels.</param>
    public static void Draw(SKCanvas canvas, char marker, SKPoint center, float size, Rgba color, float edge)
    {
        using var path = Markers.Outline(marker);
        path.Transform(SKMatrix.CreateScaleTranslation(size, size, center.X, center.Y));
        using var paint = new SKPaint { Color = color.ToSkia(), IsAntialias = true, StrokeWidth = edge, StrokeJoin = SKStrokeJoin.Miter };
        // One paint fills and strokes: two passes of a translucent colour would show the seam.
        paint.Style = Markers.IsOpen(marker) ? SKPaintStyle.Stroke : SKPaintStyle.StrokeAndFill;
        canvas.DrawPath(path, paint);
    }
}
