using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>Gives each axes of a figure its place: by matplotlib's standard margins, or by the room that texts need (<c>tight_layout</c>).</summary>
internal sealed class FigureLayout
{
    private readonly Figure figure;
    private readonly SKSize size;
    private readonly float scale;
    private readonly FontSet fonts;

    /// <param name="figure">The figure.</param>
    /// <param name="size">Its size in pixels.</param>
    /// <param name="scale">Pixels per point.</param>
    /// <param name="fonts">The faces.</param>
    public FigureLayout(Figure figure, SKSize size, float scale, FontSet fonts)
    {
        (this.figure, this.size, this.scale, this.fonts) = (figure, size, scale, fonts);
        Suptitle = figure.Suptitle is { } title
            ? new PlacedText(new(title.Text, title.Style, scale, fonts), (float)figure.SuptitleX * size.Width, (1 - (float)figure.SuptitleY) * size.Height, HorizontalAlign.Center, VerticalAlign.Top)
            : null;
        var margins = Margins.Standard(size);
        if (figure.Tight is { } pads && Tighten(margins, pads) is { } tight)
            margins = tight;
        Axes = Place(margins);
        // matplotlib cuts off what its standard margins have no room for; here the margins grow.
        if (Axes.Count > 0 && margins.Enclosing(Axes.Select(axes => axes.Bounds).Aggregate(SKRect.Union), size, scale * Figure.FontSize / 2) is { } grown)
            Axes = Place(grown);
    }

    public IReadOnlyList<AxesLayout> Axes { get; }

    public PlacedText? Suptitle { get; }

    /// <summary>The place of axes by the standard margins: what <c>sns.heatmap</c> counts its labels by.</summary>
    public static SKRect StandardSlot(Axes axes, SKSize size) => Slot(axes, Margins.Standard(size));

    private AxesLayout[] Place(Margins margins) => [.. figure.Axes.Select(axes => new AxesLayout(axes, Slot(axes, margins), scale, fonts))];

    private static SKRect Slot(Axes axes, Margins margins)
    {
        if (axes.Base is { } below)
            return Slot(below, margins);
        var parent = axes.figure.Axes.FirstOrDefault(candidate => candidate.Colorbars.Contains(axes));
        var cell = margins.Cell((parent ?? axes).Spec!.Value);
        // A colour bar takes 15 % of the place, and a gap of 5 %.
        foreach (var bar in (parent ?? axes).Colorbars)
        {
            if (bar == axes)
                return new(cell.Right - 0.15f * cell.Width, cell.Top, cell.Right, cell.Bottom);
            cell.Right -= 0.2f * cell.Width;
        }
        return cell;
    }

    /// <summary>
    /// Measures what stands out beside each cell and makes margins and gaps of it, as matplotlib's <c>tight_layout</c>.
    /// Null where no room would be left for the axes.
    /// </summary>
    private Margins? Tighten(Margins margins, TightPads pads)
    {
        var specs = figure.Axes.Select(axes => axes.Spec).OfType<SubplotSpec>().ToArray();
        if (specs.Length == 0)
            return null;
        var (rows, columns) = (specs.Select(spec => spec.Rows).Aggregate(LeastCommonMultiple), specs.Select(spec => spec.Columns).Aggregate(LeastCommonMultiple));
        var (besides, above) = (new float[rows, columns + 1], new float[rows + 1, columns]);
        foreach (var group in figure.Axes.GroupBy(axes => Owner(axes).Spec!.Value))
        {
            var cell = margins.Cell(group.Key);
            var bounds = group.Select(axes => new AxesLayout(axes, Slot(axes, margins), scale, fonts).Bounds).Aggregate(SKRect.Union);
            var (height, width) = (rows / group.Key.Rows, columns / group.Key.Columns);
            var (top, left) = (group.Key.Row * height, group.Key.Column * width);
            for (var row = top; row < top + height; row++)
            {
                besides[row, left] += cell.Left - bounds.Left;
                besides[row, left + width] += bounds.Right - cell.Right;
            }
            for (var column = left; column < left + width; column++)
            {
                above[top, column] += cell.Top - bounds.Top;
                above[top + height, column] += bounds.Bottom - cell.Bottom;
            }
        }
        return Margins.Tight(size, besides, above, pads, scale * Figure.FontSize, Suptitle?.Bounds);
    }

    private Axes Owner(Axes axes) => axes.Base is { } below ? Owner(below) : figure.Axes.FirstOrDefault(candidate => candidate.Colorbars.Contains(axes)) ?? axes;

    private static int LeastCommonMultiple(int a, int b) => a / (int)System.Numerics.BigInteger.GreatestCommonDivisor(a, b) * b;
}
