using System.Text;
using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>
/// A text of one or more lines, measured, and drawn beside an anchor. Each character has the first font that knows it.
/// Lines stand apart as in matplotlib: by the height of "lp", by 1.2, or more where the ink needs it.
/// </summary>
internal sealed class TextBlock
{
    private const float LineSpacing = 1.2f;
    private readonly TextStyle style;
    private readonly float size;
    private readonly List<Line> lines = [];

    /// <param name="text">The text; <c>\n</c> ends a line.</param>
    /// <param name="style">Its look.</param>
    /// <param name="scale">Pixels per point.</param>
    /// <param name="fonts">The faces.</param>
    public TextBlock(string text, TextStyle style, float scale, FontSet fonts)
    {
        this.style = style;
        size = (float)style.Size * scale;
        var (ascent, descent) = Strut(fonts);
        foreach (var content in text.ReplaceLineEndings("\n").Split('\n'))
            lines.Add(Measure(content, fonts, ascent, descent));
        for (var i = 1; i < lines.Count; i++)
            lines[i].Baseline = lines[i - 1].Baseline + Math.Max(ascent * LineSpacing + descent, lines[i - 1].Descent + lines[i].Ascent * LineSpacing);
    }

    /// <summary>Width of the longest line, before rotation.</summary>
    public float Width => lines.Max(line => line.Width);

    /// <summary>The box around the text when it stands at an anchor.</summary>
    public SKRect Bounds(float x, float y, HorizontalAlign across, VerticalAlign along)
    {
        var box = Rotation().MapRect(Box());
        var (dx, dy) = Offset(box, across, along);
        box.Offset(x + dx, y + dy);
        return box;
    }

    /// <summary>Draws the text at an anchor.</summary>
    public void Draw(SKCanvas canvas, float x, float y, HorizontalAlign across, VerticalAlign along)
    {
        var (dx, dy) = Offset(Rotation().MapRect(Box()), across, along);
        using var paint = new SKPaint { Color = (style.Color ?? Rgba.Black).ToSkia(), IsAntialias = true };
        canvas.Save();
        canvas.Translate(x + dx, y + dy);
        canvas.RotateDegrees(-(float)style.Rotation);
        foreach (var line in lines)
        {
            var left = (Width - line.Width) * Fraction(across);
            foreach (var (face, content, advance) in line.Runs)
            {
                using var font = face.Font(size);
                // As outlines: Skia would make dark text thinner and light text thicker, which a heatmap shows side by side.
                using var path = font.GetTextPath(content, new SKPoint(left, line.Baseline));
                if (path is { IsEmpty: false })
                    canvas.DrawPath(path, paint);
                else
                    canvas.DrawText(content, left, line.Baseline, font, paint);
                left += advance;
            }
        }
        canvas.Restore();
    }

    private SKRect Box() => new(0, -lines[0].Ascent, Width, lines[^1].Baseline + lines[^1].Descent);

    private SKMatrix Rotation() => SKMatrix.CreateRotationDegrees(-(float)style.Rotation);

    /// <summary>From the anchor to the origin of the text (left end of the first baseline); a rotated text is aligned by the box around it.</summary>
    private (float X, float Y) Offset(SKRect box, HorizontalAlign across, VerticalAlign along)
    {
        var descent = style.Rotation == 0 ? lines[^1].Descent : 0;
        var y = along switch
        {
            VerticalAlign.Top => box.Top,
            VerticalAlign.Center => box.MidY,
            VerticalAlign.CenterBaseline => (box.Top + box.Bottom - descent) / 2,
            VerticalAlign.Baseline => box.Bottom - descent,
            _ => box.Bottom,
        };
        return (-(box.Left + box.Width * Fraction(across)), -y);
    }

    private static float Fraction(HorizontalAlign across) => across switch { HorizontalAlign.Left => 0, HorizontalAlign.Right => 1, _ => 0.5f };

    private (float Ascent, float Descent) Strut(FontSet fonts)
    {
        var (_, ink) = fonts.First(style.Bold).Measure("lp", size);
        // A machine without any font measures nothing; the line still has a height.
        return ink.Height > 0 ? (-ink.Top, ink.Bottom) : (0.75f * size, 0.25f * size);
    }

    private Line Measure(string content, FontSet fonts, float ascent, float descent)
    {
        var line = new Line { Ascent = ascent, Descent = descent };
        foreach (var (face, part) in Runs(content, fonts))
        {
            var (advance, ink) = face.Measure(part, size);
            line.Runs.Add((face, part, advance));
            line.Width += advance;
            line.Ascent = Math.Max(line.Ascent, -ink.Top);
            line.Descent = Math.Max(line.Descent, ink.Bottom);
        }
        return line;
    }

    private IEnumerable<(FontFace Face, string Part)> Runs(string content, FontSet fonts)
    {
        FontFace? current = null;
        var part = new StringBuilder();
        foreach (var rune in content.EnumerateRunes())
        {
            var face = fonts.For(rune, style.Bold);
            if (current is not null && face != current)
            {
                yield return (current, part.ToString());
                part.Clear();
            }
            current = face;
            part.Append(rune);
        }
        if (current is not null)
            yield return (current, part.ToString());
    }

    private sealed class Line
    {
        public List<(FontFace Face, string Part, float Advance)> Runs { get; } = [];

        public float Width { get; set; }

        public float Ascent { get; set; }

        public float Descent { get; set; }

        public float Baseline { get; set; }
    }
}
