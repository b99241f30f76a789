using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>Draws a legend: measured, so that its box holds its texts, and placed where it covers the least.</summary>
internal static class LegendPainter
{
    // matplotlib's distances, in units of the font size.
    private const float BorderPad = 0.4f, LabelSpacing = 0.5f, KeyLength = 2, KeyHeight = 0.7f, KeyTextPad = 0.8f, AxesPad = 0.5f, Rounding = 0.2f;

    public static void Draw(SKCanvas canvas, AxesLayout layout, LegendLook look)
    {
        var entries = layout.Axes.Artists.Where(artist => artist.IsVisible && artist.Label is { Length: > 0 } label && !label.StartsWith('_')).ToArray();
        if (entries.Length == 0)
        {
            pyplot.Messages.WriteLine("No artists with labels found to put in legend.  Note that artists whose label start with an underscore are ignored when legend() is called with no argument.");
            return;
        }
        var em = (float)look.FontSize * layout.Scale;
        var blocks = entries.Select(entry => layout.Block(entry.Label!, new(look.FontSize))).ToArray();
        var sizes = blocks.Select(block => block.Bounds(0, 0, HorizontalAlign.Left, VerticalAlign.Top)).ToArray();
        var width = (2 * BorderPad + KeyLength + KeyTextPad) * em + sizes.Max(size => size.Width);
        var height = (2 * BorderPad + LabelSpacing * (entries.Length - 1)) * em + sizes.Sum(size => Math.Max(size.Height, KeyHeight * em));
        var box = Find(layout, look, width, height, AxesPad * em);
        DrawBox(canvas, box, em, layout.Scale);
        var top = box.Top + BorderPad * em;
        for (var i = 0; i < entries.Length; i++)
        {
            var row = Math.Max(sizes[i].Height, KeyHeight * em);
            var left = box.Left + BorderPad * em;
            var middle = top + row / 2;
            entries[i].DrawKey(canvas, new(left, middle - KeyHeight * em / 2, left + KeyLength * em, middle + KeyHeight * em / 2), layout.Scale);
            blocks[i].Draw(canvas, left + (KeyLength + KeyTextPad) * em, middle, HorizontalAlign.Left, VerticalAlign.Center);
            top += row + LabelSpacing * em;
        }
    }

    private static SKRect Find(AxesLayout layout, LegendLook look, float width, float height, float pad)
    {
        if (look.Place is { } place)
            return Box(layout.Frame, place, width, height, pad);
        // The first of the least covering: the order of the places is matplotlib's.
        return LegendPlaces.All.Select(candidate => Box(layout.Frame, candidate, width, height, pad)).MinBy(box => Covered(layout, box));
    }

    private static SKRect Box(SKRect frame, (HorizontalAlign Across, VerticalAlign Along) place, float width, float height, float pad)
    {
        var left = place.Across switch { HorizontalAlign.Left => frame.Left + pad, HorizontalAlign.Right => frame.Right - pad - width, _ => frame.MidX - width / 2 };
        var top = place.Along switch { VerticalAlign.Top => frame.Top + pad, VerticalAlign.Bottom => frame.Bottom - pad - height, _ => frame.MidY - height / 2 };
        return SKRect.Create(MathF.Round(left), MathF.Round(top), width, height);
    }

    /// <summary>How much a box would cover: points and corners of lines in it, lines across it, bars under it.</summary>
    private static int Covered(AxesLayout layout, SKRect box)
    {
        var covered = 0;
        foreach (var artist in layout.Axes.Artists)
        {
            var pixels = artist.Points.Select(point => new SKPoint(layout.PixelX(point.X), layout.PixelY(point.Y))).ToArray();
            covered += pixels.Count(box.Contains);
            if (artist is Line2D && pixels.Zip(pixels.Skip(1)).Any(segment => Crosses(segment.First, segment.Second, box)))
                covered++;
            covered += artist.Areas.Count(area => box.IntersectsWith(
                new SKRect(layout.PixelX(area.XMin), layout.PixelY(area.YMax), layout.PixelX(area.XMax), layout.PixelY(area.YMin)).Standardized));
        }
        return covered;
    }

    /// <summary>Whether a segment has a part in a box: what is left of it after cutting at the four sides.</summary>
    private static bool Crosses(SKPoint from, SKPoint to, SKRect box)
    {
        var (enter, leave) = (0f, 1f);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        foreach (var (step, room) in (ReadOnlySpan<(float, float)>)[(-dx, from.X - box.Left), (dx, box.Right - from.X), (-dy, from.Y - box.Top), (dy, box.Bottom - from.Y)])
        {
            if (step == 0 && room < 0)
                return false;
            if (step < 0)
                enter = Math.Max(enter, room / step);
            if (step > 0)
                leave = Math.Min(leave, room / step);
        }
        return enter <= leave;
    }

    private static void DrawBox(SKCanvas canvas, SKRect box, float em, float scale)
    {
        using var fill = new SKPaint { Color = Rgba.White.WithAlpha(0.8).ToSkia(), IsAntialias = true };
        using var line = new SKPaint { Color = new Rgba(0.8, 0.8, 0.8, 0.8).ToSkia(), IsAntialias = true, IsStroke = true, StrokeWidth = scale };
        canvas.DrawRoundRect(box, Rounding * em, Rounding * em, fill);
        canvas.DrawRoundRect(box, Rounding * em, Rounding * em, line);
    }
}
