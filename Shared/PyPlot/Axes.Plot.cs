using System.Runtime.CompilerServices;
using KerasSharp.Python;

namespace KerasSharp.matplotlib;

public sealed partial class Axes
{
    /// <summary>Draws a line through values at 0, 1, 2, …</summary>
    /// <param name="y">The values; a NaN interrupts the line.</param>
    /// <param name="fmt">Colour, marker and line in short: <c>"b-"</c>, <c>"ro--"</c>, <c>"g."</c>.</param>
    /// <param name="label">The legend's text.</param>
    /// <param name="color">The colour; by default the next of the cycle C0 to C9.</param>
    /// <param name="linewidth">In points; 1.5 by default.</param>
    /// <param name="linestyle"><c>"-"</c>, <c>"--"</c>, <c>"-."</c>, <c>":"</c>, <c>"None"</c>.</param>
    /// <param name="marker"><c>"o"</c>, <c>"s"</c>, <c>"x"</c>, …</param>
    /// <param name="markersize">In points; 6 by default.</param>
    /// <param name="alpha">How opaque, from 0 to 1.</param>
    /// <returns>The line, in a list as in Python.</returns>
    /// <exception cref="ValueError">A format string, colour, line style or marker is unknown; the message names it.</exception>
    public Line2D[] plot(
        ArrayLike y, string fmt = "", PythonString label = default, ColorLike color = default, double? linewidth = null, string? linestyle = null, string? marker = null,
        double? markersize = null, double? alpha = null)
        => plot(ArrayLike.From(Enumerable.Range(0, y.Required(nameof(y)).Length).Select(i => (double)i)), y, fmt, label, color, linewidth, linestyle, marker, markersize, alpha);

    /// <inheritdoc cref="plot(ArrayLike, string, PythonString, ColorLike, double?, string?, string?, double?, double?)"/>
    /// <remarks>An interface cannot convert to <see cref="ArrayLike"/>: hence this form.</remarks>
    [OverloadResolutionPriority(1)]
    public Line2D[] plot(
        IEnumerable<double> y, string fmt = "", PythonString label = default, ColorLike color = default, double? linewidth = null, string? linestyle = null, string? marker = null,
        double? markersize = null, double? alpha = null)
        => plot(ArrayLike.From(y), fmt, label, color, linewidth, linestyle, marker, markersize, alpha);

    /// <summary>Draws a line through points.</summary>
    /// <param name="x">Their x values.</param>
    /// <param name="y">Their y values; a NaN interrupts the line.</param>
    /// <param name="fmt">Colour, marker and line in short.</param>
    /// <param name="label">The legend's text.</param>
    /// <param name="color">The colour; by default the next of the cycle.</param>
    /// <param name="linewidth">In points; 1.5 by default.</param>
    /// <param name="linestyle">The line.</param>
    /// <param name="marker">The marker.</param>
    /// <param name="markersize">In points; 6 by default.</param>
    /// <param name="alpha">How opaque, from 0 to 1.</param>
    /// <returns>The line, in a list as in Python.</returns>
    /// <exception cref="ValueError">The lengths differ, or something is unknown.</exception>
    public Line2D[] plot(
        ArrayLike x, ArrayLike y, string fmt = "", PythonString label = default, ColorLike color = default, double? linewidth = null, string? linestyle = null, string? marker = null,
        double? markersize = null, double? alpha = null)
    {
        SameLength(x.Required(nameof(x)), y.Required(nameof(y)));
        var format = FormatString.Parse(fmt);
        var line = new Line2D(x.Values, y.Values)
        {
            Label = label.is_given ? label.ToString() : null,
            Color = (color.Color ?? format.Color ?? NextColor()).WithAlpha(alpha),
            Width = linewidth ?? 1.5,
            Dash = linestyle is null ? format.Line ?? LineDash.None : LineDashes.Parse(linestyle),
            Marker = marker is null ? format.Marker : Markers.Parse(marker),
            MarkerSize = markersize ?? 6,
        };
        if (x.Names is { } names)
            (X.Ticks, X.TickLabels) = (x.Values, names);
        return [Add(line)];
    }

    /// <summary>Draws points, each with its own colour or size where values are given.</summary>
    /// <param name="x">Their x values.</param>
    /// <param name="y">Their y values.</param>
    /// <param name="s">Area of the markers in square points, one or one each; 36 by default.</param>
    /// <param name="c">A colour for all, or a value for each, which <paramref name="cmap"/> colours.</param>
    /// <param name="marker">The marker; <c>"o"</c> by default.</param>
    /// <param name="cmap">The colour map; <c>"viridis"</c> by default.</param>
    /// <param name="vmin">The value of its first colour; by default the least.</param>
    /// <param name="vmax">The value of its last colour; by default the greatest.</param>
    /// <param name="alpha">How opaque, from 0 to 1.</param>
    /// <param name="label">The legend's text.</param>
    /// <exception cref="ValueError">The lengths differ, or something is unknown.</exception>
    public PathCollection scatter(
        ArrayLike x, ArrayLike y, ArrayLike s = default, ColorOrValues c = default, string? marker = null, string? cmap = null, double? vmin = null, double? vmax = null,
        double? alpha = null, PythonString label = default)
    {
        SameLength(x.Required(nameof(x)), y.Required(nameof(y)));
        if (s.IsGiven && s.Values.Length != 1 && s.Values.Length != x.Values.Length)
            throw new ValueError("s must be a scalar, or float array-like with the same size as x and y");
        if (c.Values is { } given && given.Length != x.Values.Length)
            throw new ValueError($"'c' argument has {given.Length} elements, which is inconsistent with 'x' and 'y' with size {x.Values.Length}.");
        var points = new PathCollection(x.Values, y.Values)
        {
            Areas2 = s.IsGiven ? s.Values : [36],
            Values = c.Values ?? [],
            Color = c.Color ?? (c.Values is null ? NextColor() : default),
            Marker = Markers.Parse(marker ?? "o") ?? throw new ValueError("scatter needs a marker"),
            Map = Colormaps.Get(cmap ?? "viridis"),
            Alpha = alpha,
            Label = label.is_given ? label.ToString() : null,
        };
        points.SetLimits(points.Values, vmin, vmax);
        return Add(points);
    }

    private static void SameLength(double[] x, double[] y)
    {
        if (x.Length != y.Length)
            throw new ValueError($"x and y must have same first dimension, but have shapes ({x.Length},) and ({y.Length},)");
    }
}
