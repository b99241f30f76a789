using KerasSharp.Python;

namespace KerasSharp.matplotlib;

public sealed partial class Axes
{
    /// <summary>Draws bars.</summary>
    /// <param name="x">Their places, or their names, which then stand under them.</param>
    /// <param name="height">Their heights, one or one each.</param>
    /// <param name="width">Their width; 0.8 by default.</param>
    /// <param name="bottom">Where they stand, one or one each; 0 by default.</param>
    /// <param name="align"><c>"center"</c> (default) or <c>"edge"</c>: x is the bar's middle or its left edge.</param>
    /// <param name="color">The colour; by default the next of the cycle.</param>
    /// <param name="edgecolor">The outline's colour; by default there is none.</param>
    /// <param name="alpha">How opaque, from 0 to 1.</param>
    /// <param name="label">The legend's text.</param>
    /// <exception cref="ValueError">The lengths do not fit, or something is unknown.</exception>
    public BarContainer bar(
        ArrayLike x, ArrayLike height, double width = 0.8, ArrayLike bottom = default, string align = "center", ColorLike color = default, ColorLike edgecolor = default,
        double? alpha = null, PythonString label = default)
    {
        if (align is not ("center" or "edge"))
            throw new ValueError($"'{align}' is not a valid value for align; supported values are 'center', 'edge'");
        var heights = Broadcast(height.Required(nameof(height)), x.Required(nameof(x)).Length);
        var feet = Broadcast(bottom.IsGiven ? bottom.Values : [0.0], x.Values.Length);
        var lefts = x.Values.Select(place => align == "center" ? place - width / 2 : place).ToArray();
        if (x.Names is { } names)
            (X.Ticks, X.TickLabels) = (x.Values, names);
        return Bars([.. lefts.Select((left, i) => Bar(left, left + width, feet[i], feet[i] + heights[i]))], color, edgecolor, alpha, label);
    }

    /// <summary>Draws how often values fall into intervals of one width.</summary>
    /// <param name="x">The values; NaN does not count.</param>
    /// <param name="bins">How many intervals; 10 by default.</param>
    /// <param name="range">From where to where; by default from the least to the greatest value.</param>
    /// <param name="density">Whether the bars' area is 1 in place of their sum being the number of values.</param>
    /// <param name="color">The colour; by default the next of the cycle.</param>
    /// <param name="edgecolor">The outline's colour; by default there is none.</param>
    /// <param name="alpha">How opaque, from 0 to 1.</param>
    /// <param name="label">The legend's text.</param>
    /// <returns>The counts, the intervals' edges (one more), and the bars.</returns>
    /// <exception cref="ValueError"><paramref name="bins"/> is not positive, or the range is not one.</exception>
    public (double[] n, double[] bins, BarContainer patches) hist(
        ArrayLike x, int bins = 10, (double, double)? range = null, bool density = false, ColorLike color = default, ColorLike edgecolor = default, double? alpha = null,
        PythonString label = default)
    {
        var (counts, edges) = Histogram.Count(x.Required(nameof(x)), bins, range);
        if (density)
            counts = [.. counts.Select((count, i) => count / counts.Sum() / (edges[i + 1] - edges[i]))];
        return (counts, edges, Bars([.. counts.Select((count, i) => Bar(edges[i], edges[i + 1], 0, count))], color, edgecolor, alpha, label));
    }

    private BarContainer Bars(DataLimits[] bars, ColorLike color, ColorLike edgecolor, double? alpha, PythonString label) => Add(new BarContainer(bars)
    {
        Color = (color.Color ?? NextColor()).WithAlpha(alpha),
        EdgeColor = edgecolor.Color?.WithAlpha(alpha),
        Label = label.is_given ? label.ToString() : null,
    });

    private static DataLimits Bar(double left, double right, double foot, double end) => new(left, right, Math.Min(foot, end), Math.Max(foot, end)) { StickyY = [foot] };

    private static double[] Broadcast(double[] values, int length) => values.Length == length
        ? values
        : values.Length == 1
            ? [.. Enumerable.Repeat(values[0], length)]
            : throw new ValueError($"shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape ({length},) and arg 1 with shape ({values.Length},).");
}
