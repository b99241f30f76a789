using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>The distances that <c>tight_layout</c> keeps, in units of the font size.</summary>
/// <param name="Pad">To the figure's edge.</param>
/// <param name="Height">Between rows.</param>
/// <param name="Width">Between columns.</param>
internal sealed record TightPads(double Pad, double Height, double Width);

/// <summary>The rectangle of a figure's grid of axes, and the gaps in it, in pixels.</summary>
/// <param name="Area">The rectangle.</param>
/// <param name="GapX">Between columns: pixels, by the number of columns.</param>
/// <param name="GapY">Between rows: pixels, by the number of rows.</param>
internal sealed record Margins(SKRect Area, Func<int, float> GapX, Func<int, float> GapY)
{
    /// <summary>matplotlib's <c>figure.subplot.*</c>: the area is 12.5 % to 90 % across and 11 % to 88 % up, a gap is a fifth of the axes' size.</summary>
    public static Margins Standard(SKSize size)
    {
        var area = new SKRect(0.125f * size.Width, 0.12f * size.Height, 0.9f * size.Width, 0.89f * size.Height);
        return new(area, columns => 0.2f * area.Width / (columns + 0.2f * (columns - 1)), rows => 0.2f * area.Height / (rows + 0.2f * (rows - 1)));
    }

    /// <summary>Margins for what reaches beyond the cells; null where they leave no room.</summary>
    /// <param name="size">The figure's size.</param>
    /// <param name="besides">By row, what stands out at each column's border.</param>
    /// <param name="above">By row border, what stands out in each column.</param>
    /// <param name="pads">The distances to keep.</param>
    /// <param name="em">The font size in pixels.</param>
    /// <param name="suptitle">The figure's title. It gets its height, as in matplotlib, and never touches what is below.</param>
    public static Margins? Tight(SKSize size, float[,] besides, float[,] above, TightPads pads, float em, SKRect? suptitle)
    {
        var (rows, columns) = (besides.GetLength(0), above.GetLength(1));
        float Most(IEnumerable<float> values) => values.DefaultIfEmpty(0).Max();
        float Column(int border) => Most(Enumerable.Range(0, rows).Select(row => besides[row, border]));
        float Row(int border) => Most(Enumerable.Range(0, columns).Select(column => above[border, column]));
        var pad = (float)pads.Pad * em;
        var area = new SKRect(
            Math.Max(0, Column(0)) + pad,
            Math.Max(0, Row(0)) + (suptitle is { } title ? Math.Max(title.Height + 2 * pad, title.Bottom + pad / 2) : pad),
            size.Width - Math.Max(0, Column(columns)) - pad,
            size.Height - Math.Max(0, Row(rows)) - pad);
        var gapX = columns > 1 ? Enumerable.Range(1, columns - 1).Max(Column) + (float)pads.Width * em : 0;
        var gapY = rows > 1 ? Enumerable.Range(1, rows - 1).Max(Row) + (float)pads.Height * em : 0;
        return area.Width - gapX * (columns - 1) > columns && area.Height - gapY * (rows - 1) > rows ? new(area, _ => gapX, _ => gapY) : null;
    }

    /// <summary>Margins that are wider where something stands out of the figure; null where nothing does, or no room would be left.</summary>
    /// <param name="bounds">The rectangle around all that is drawn.</param>
    /// <param name="size">The figure's size.</param>
    /// <param name="pad">The distance then kept to the figure's edge.</param>
    public Margins? Enclosing(SKRect bounds, SKSize size, float pad)
    {
        if (bounds is { Left: >= 0, Top: >= 0 } && bounds.Right <= size.Width && bounds.Bottom <= size.Height)
            return null;
        var area = new SKRect(
            Area.Left + Math.Max(0, pad - bounds.Left),
            Area.Top + Math.Max(0, pad - bounds.Top),
            Area.Right - Math.Max(0, bounds.Right + pad - size.Width),
            Area.Bottom - Math.Max(0, bounds.Bottom + pad - size.Height));
        return area is { Width: > 1, Height: > 1 } ? this with { Area = area } : null;
    }

    public SKRect Cell(SubplotSpec spec)
    {
        var (gapX, gapY) = (GapX(spec.Columns), GapY(spec.Rows));
        var width = (Area.Width - gapX * (spec.Columns - 1)) / spec.Columns;
        var height = (Area.Height - gapY * (spec.Rows - 1)) / spec.Rows;
        return SKRect.Create(Area.Left + spec.Column * (width + gapX), Area.Top + spec.Row * (height + gapY), width, height);
    }
}
