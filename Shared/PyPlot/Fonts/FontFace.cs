using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>A face to draw with.</summary>
/// <param name="Typeface">The face.</param>
/// <param name="Embolden">Whether its strokes are thickened, because bold was asked for and the family has none.</param>
internal sealed record FontFace(SKTypeface Typeface, bool Embolden = false)
{
    /// <summary>Text is measured at this size and scaled: Skia rounds ink to whole pixels, which at 8 pixels is too coarse to space lines by.</summary>
    private const float MeasuringSize = 512;

    /// <summary>The face in a size of so many pixels; the caller disposes it.</summary>
    public SKFont Font(float size) => new(Typeface, size) { Embolden = Embolden, Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.Slight };

    /// <summary>How far a text goes, and the rectangle of its ink, at a size of so many pixels.</summary>
    public (float Advance, SKRect Ink) Measure(string text, float size)
    {
        using var font = new SKFont(Typeface, MeasuringSize) { Embolden = Embolden, Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        var advance = font.MeasureText(text, out var ink);
        var scale = size / MeasuringSize;
        return (advance * scale, new(ink.Left * scale, ink.Top * scale, ink.Right * scale, ink.Bottom * scale));
    }
}
