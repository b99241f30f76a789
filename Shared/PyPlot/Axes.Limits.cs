using KerasSharp.Python;

namespace KerasSharp.matplotlib;

public sealed partial class Axes
{
    /// <summary>Sets what the x axis shows; <paramref name="left"/> above <paramref name="right"/> turns it round.</summary>
    /// <param name="left">Value at the left end; null leaves it.</param>
    /// <param name="right">Value at the right end; null leaves it.</param>
    /// <exception cref="ValueError">A value is not finite, or both are one.</exception>
    public void set_xlim(double? left = null, double? right = null) => SetLimits(X, left, right, "x");

    /// <summary>Sets what the y axis shows; <paramref name="bottom"/> above <paramref name="top"/> turns it round.</summary>
    /// <param name="bottom">Value at the lower end; null leaves it.</param>
    /// <param name="top">Value at the upper end; null leaves it.</param>
    /// <exception cref="ValueError">A value is not finite, or both are one.</exception>
    public void set_ylim(double? bottom = null, double? top = null) => SetLimits(Y, bottom, top, "y");

    /// <summary>What the x axis shows: the values at its left and right end.</summary>
    public (double left, double right) get_xlim() => X.View();

    /// <summary>What the y axis shows: the values at its lower and upper end.</summary>
    public (double bottom, double top) get_ylim() => Y.View();

    /// <summary>Turns the y axis round.</summary>
    public void invert_yaxis()
    {
        Y.IsInverted = !Y.IsInverted;
        Y.Limits = Y.Limits is { } limits ? (limits.End, limits.Start) : null;
    }

    /// <summary>Sets the ticks of the x axis; an empty array removes them.</summary>
    /// <param name="ticks">Their places.</param>
    /// <param name="labels">Their texts; numbers by default.</param>
    /// <param name="rotation">Of the texts, in degrees.</param>
    /// <param name="fontsize">Of the texts; 10 by default.</param>
    /// <exception cref="ValueError">There are not as many texts as places.</exception>
    public void set_xticks(ArrayLike ticks, string[]? labels = null, double? rotation = null, FontSize fontsize = default) => SetTicks(X, ticks, labels, rotation, fontsize);

    /// <summary>Sets the ticks of the y axis; an empty array removes them.</summary>
    /// <param name="ticks">Their places.</param>
    /// <param name="labels">Their texts; numbers by default.</param>
    /// <param name="rotation">Of the texts, in degrees.</param>
    /// <param name="fontsize">Of the texts; 10 by default.</param>
    /// <exception cref="ValueError">There are not as many texts as places.</exception>
    public void set_yticks(ArrayLike ticks, string[]? labels = null, double? rotation = null, FontSize fontsize = default) => SetTicks(Y, ticks, labels, rotation, fontsize);

    /// <summary>Writes a text at a place of the data.</summary>
    /// <param name="x">Its place across.</param>
    /// <param name="y">Its place up and down.</param>
    /// <param name="s">The text.</param>
    /// <param name="fontsize">Points or a word; 10 by default.</param>
    /// <param name="fontweight"><c>"bold"</c>, or a number.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="ha"><c>"left"</c> (default), <c>"center"</c>, <c>"right"</c>: which of its ends lies at x.</param>
    /// <param name="va"><c>"baseline"</c> (default), <c>"bottom"</c>, <c>"center"</c>, <c>"top"</c>: which of its sides lies at y.</param>
    /// <param name="rotation">In degrees, counter-clockwise.</param>
    /// <exception cref="ValueError">An argument has an unknown value.</exception>
    public void text(
        double x, double y, PythonString s, FontSize fontsize = default, FontWeight fontweight = default, ColorLike color = default, string ha = "left", string va = "baseline",
        double rotation = 0)
        => Texts.Add(new(x, y, s.ToString(), Caption.Of(s, 10, fontsize, fontweight, color, rotation).Style, Alignments.Across(ha, nameof(ha)), Alignments.Along(va, nameof(va))));

    private static void SetLimits(Axis axis, double? start, double? end, string name)
    {
        var view = axis.View();
        var limits = (Start: start ?? view.Start, End: end ?? view.End);
        if (!double.IsFinite(limits.Start) || !double.IsFinite(limits.End))
            throw new ValueError("Axis limits cannot be NaN or Inf");
        if (limits.Start == limits.End)
            throw new ValueError($"Attempting to set identical low and high {name}lims makes the axis singular: {limits.Start}");
        axis.Limits = limits;
    }

    private static void SetTicks(Axis axis, ArrayLike ticks, string[]? labels, double? rotation, FontSize fontsize)
    {
        if (labels is not null && labels.Length != ticks.Values.Length)
            throw new ValueError($"The number of FixedLocator locations ({ticks.Values.Length}), usually from a call to set_ticks, does not match the number of labels ({labels.Length}).");
        (axis.Ticks, axis.TickLabels) = (ticks.Required(nameof(ticks)), labels ?? ticks.Names);
        axis.TickStyle = axis.TickStyle with { Size = fontsize.Points ?? axis.TickStyle.Size, Rotation = rotation ?? axis.TickStyle.Rotation };
    }
}
