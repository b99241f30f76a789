namespace KerasSharp.matplotlib;

/// <summary>How a line is stroked.</summary>
internal enum LineDash
{
    None,
    Solid,
    Dashed,
    DashDot,
    Dotted,
}

/// <summary>matplotlib's line styles: <c>"-"</c>, <c>"--"</c>, <c>"-."</c>, <c>":"</c>, <c>"None"</c>, and their long names.</summary>
internal static class LineDashes
{
    private static readonly (string Short, string Long, LineDash Dash, float[] Pattern)[] Styles =
    [
        ("-", "solid", LineDash.Solid, []),
        ("--", "dashed", LineDash.Dashed, [3.7f, 1.6f]),
        ("-.", "dashdot", LineDash.DashDot, [6.4f, 1.6f, 1f, 1.6f]),
        (":", "dotted", LineDash.Dotted, [1f, 1.65f]),
        ("None", "none", LineDash.None, []),
    ];

    public static bool TryParse(string text, out LineDash dash)
    {
        var found = Array.Find(Styles, style => style.Short == text || style.Long == text);
        dash = found.Dash;
        return found.Short is not null || text is "" or " ";
    }

    /// <exception cref="ValueError">No such style.</exception>
    public static LineDash Parse(string text) => TryParse(text, out var dash)
        ? dash
        : throw new ValueError($"'{text}' is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', 'dashdot', 'dotted'");

    /// <summary>ScottPlot's pattern for a line of so many pixels: the dashes grow with the line, as matplotlib's do.</summary>
    public static ScottPlot.LinePattern Pattern(LineDash dash, float width)
    {
        var style = Array.Find(Styles, style => style.Dash == dash);
        return dash == LineDash.Solid ? ScottPlot.LinePattern.Solid : new([.. style.Pattern.Select(length => length * width)], 0, style.Long);
    }
}
