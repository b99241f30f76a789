namespace KerasSharp.matplotlib;

/// <summary>One direction of axes: its view, its ticks and its label. Twins share one.</summary>
/// <param name="isHorizontal">Whether it runs across.</param>
internal sealed class Axis(bool isHorizontal)
{
    private const double Margin = 0.05;

    public List<Axes> Members { get; } = [];

    /// <summary>Limits set by hand; the first may be above the second.</summary>
    public (double Start, double End)? Limits { get; set; }

    /// <summary>Whether values grow downwards (or to the left) where no limits are set, as in a picture.</summary>
    public bool IsInverted { get; set; }

    /// <summary>Whether ticks and label stand on the right instead of the left.</summary>
    public bool IsOnFarSide { get; set; }

    public bool IsVisible { get; set; } = true;

    /// <summary>Places of ticks set by hand; null for automatic ones.</summary>
    public double[]? Ticks { get; set; }

    /// <summary>Texts of <see cref="Ticks"/>; null for numbers.</summary>
    public string[]? TickLabels { get; set; }

    public TextStyle TickStyle { get; set; } = new(10);

    /// <summary>Whether tick labels that would meet are turned by a quarter, as seaborn does.</summary>
    public bool TurnsMeetingLabels { get; set; }

    public Caption? Label { get; set; }

    /// <summary>Distance of the label from the tick labels, in points.</summary>
    public double LabelPad { get; set; } = 4;

    /// <summary>What the axis shows: the value at its start (left or bottom) and at its end.</summary>
    public (double Start, double End) View()
    {
        if (Limits is { } set)
            return set;
        var data = Members.SelectMany(axes => axes.Artists).Where(artist => artist.IsVisible).Select(artist => artist.Limits).ToArray();
        if (Extent(data) is not var (low, high))
            (low, high) = (0, 1);
        else
            (low, high) = WithMargins(low, high, data);
        return IsInverted ? (high, low) : (low, high);
    }

    private (double Low, double High) WithMargins(double low, double high, DataLimits[] data)
    {
        var sticky = data.SelectMany(limits => (isHorizontal ? limits.StickyX : limits.StickyY) ?? []).ToArray();
        var margin = (high - low) * Margin;
        return (sticky.Contains(low) ? low : low - margin, sticky.Contains(high) ? high : high + margin);
    }

    /// <summary>The ticks in view with their texts, and the power of ten that was taken out of them.</summary>
    /// <param name="length">The axis's length in points.</param>
    public (double[] Places, string[] Texts, string Power) VisibleTicks(double length)
    {
        if (!IsVisible)
            return ([], [], "");
        var (start, end) = View();
        var (low, high) = start < end ? (start, end) : (end, start);
        // So many labels fit, by matplotlib's estimate: a label is three times as wide, with its gap, or twice as high, as its letters.
        var places = Ticks ?? MaxNLocator.Ticks(low, high, (int)(length / (TickStyle.Size * (isHorizontal ? 3 : 2))));
        var (texts, power) = TickLabels is { } names ? (names, "") : places.Length == 0 ? ([], "") : ScalarFormatter.Format(places, low, high);
        var tolerance = (high - low) * 1e-10;
        var seen = places.Zip(texts).Where(tick => tick.First >= low - tolerance && tick.First <= high + tolerance).ToArray();
        return ([.. seen.Select(tick => tick.First)], [.. seen.Select(tick => tick.Second)], power);
    }

    /// <summary>From the least to the greatest value; null where there are none.</summary>
    private (double Low, double High)? Extent(DataLimits[] data)
    {
        var ends = data.SelectMany(limits => isHorizontal ? new[] { limits.XMin, limits.XMax } : [limits.YMin, limits.YMax]).Where(double.IsFinite).ToArray();
        if (ends.Length == 0)
            return null;
        var (low, high) = (ends.Min(), ends.Max());
        if (low < high)
            return (low, high);
        // A single value has no extent: matplotlib widens it by a twentieth of itself.
        return low == 0 ? (-Margin, Margin) : (low - Margin * Math.Abs(low), high + Margin * Math.Abs(high));
    }
}
