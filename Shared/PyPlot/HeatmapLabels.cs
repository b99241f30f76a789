using System.Globalization;
using KerasSharp.Python;

namespace KerasSharp.matplotlib;

/// <summary>
/// Names of a heatmap's rows or columns: names or numbers, <c>"auto"</c> (the default), <c>true</c> or <c>false</c>, or n for every n-th number.
/// </summary>
public readonly struct HeatmapLabels
{
    private readonly string[]? names;
    private readonly int? every;

    private HeatmapLabels(string[]? names, int? every) => (this.names, this.every) = (names, every);

    /// <summary>The word <c>"auto"</c>.</summary>
    /// <exception cref="ValueError">Another word.</exception>
    public static implicit operator HeatmapLabels(string word)
        => word == "auto" ? default : throw new ValueError($"'{word}' is not a valid value for tick labels; supported values are 'auto', a bool, an int, or a list");

    /// <summary>All or none.</summary>
    public static implicit operator HeatmapLabels(bool all) => all ? new(null, 1) : new([], null);

    /// <summary>Every n-th number.</summary>
    /// <exception cref="ValueError">n is below 0.</exception>
    public static implicit operator HeatmapLabels(int every)
        => every >= 0 ? new(every == 0 ? [] : null, every) : throw new ValueError($"tick labels need a step of 0 or more, got {every}");

    /// <summary>Names.</summary>
    public static implicit operator HeatmapLabels(string[] names) => new([.. names], null);

    /// <summary>Names.</summary>
    public static implicit operator HeatmapLabels(List<string> names) => new([.. names], null);

    /// <summary>Numbers.</summary>
    public static implicit operator HeatmapLabels(int[] numbers) => new([.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))], null);

    /// <summary>Python's <c>range</c>.</summary>
    public static implicit operator HeatmapLabels(PythonRange range) => range.ToArray();

    /// <summary>Sets an axis's ticks, in the middle of the cells.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="count">How many cells there are.</param>
    /// <param name="inches">The axis's length: there are as many automatic labels as letters of their size fit.</param>
    /// <param name="rotation">The labels' rotation, unless they would meet.</param>
    internal void Apply(Axis axis, int count, double inches, double rotation)
    {
        var step = every ?? (names is null ? count / Math.Max(1, (int)(inches / (axis.TickStyle.Size / 72))) + 1 : 1);
        var texts = names ?? [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        var shown = names is null ? Enumerable.Range(0, count).Where(i => i % step == 0).ToArray() : [.. Enumerable.Range(0, texts.Length)];
        axis.Ticks = [.. shown.Select(i => i + 0.5)];
        axis.TickLabels = [.. shown.Select(i => texts[i])];
        axis.TickStyle = axis.TickStyle with { Rotation = rotation };
        axis.TurnsMeetingLabels = true;
    }
}
