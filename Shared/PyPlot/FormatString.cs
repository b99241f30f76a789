namespace KerasSharp.matplotlib;

/// <summary>
/// matplotlib's short form for a line, <c>"[marker][line][color]"</c> in any order: <c>"b-"</c>, <c>"ro--"</c>, <c>"k."</c>
/// (<see href="https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.plot.html"/>, section "Format Strings").
/// </summary>
/// <param name="Line">The line style; null where the text names only a marker, so that no line is drawn.</param>
/// <param name="Marker">The marker; null for none.</param>
/// <param name="Color">The colour; null to take the next of the cycle.</param>
internal readonly record struct FormatString(LineDash? Line, char? Marker, Rgba? Color)
{
    /// <summary>Reads a format string; the empty one is a solid line.</summary>
    /// <exception cref="ValueError">A character has no meaning, or a thing stands there twice.</exception>
    public static FormatString Parse(string fmt)
    {
        // Just a colour's name ("green", "C1", "0.5") is a format too; but "1" is the marker, not white.
        if (fmt.Length > 1 && NamedColors.TryParse(fmt, out var whole) && !fmt.All(char.IsAsciiDigit))
            return new(LineDash.Solid, null, whole);
        LineDash? line = null;
        char? marker = null;
        Rgba? color = null;
        for (var i = 0; i < fmt.Length; i++)
        {
            if (TryLine(fmt.AsSpan(i), out var dash, out var length))
            {
                line = line is null ? dash : throw Twice(fmt, "linestyle");
                i += length - 1;
            }
            else if (Markers.IsMarker(fmt[i]))
            {
                marker = marker is null ? fmt[i] : throw Twice(fmt, "marker");
            }
            else if (TryColor(fmt.AsSpan(i), out var found, out length))
            {
                color = color is null ? found : throw Twice(fmt, "color");
                i += length - 1;
            }
            else
            {
                throw new ValueError($"'{fmt}' is not a valid format string (unrecognized character '{fmt[i]}')");
            }
        }
        return new(line ?? (marker is null ? LineDash.Solid : null), marker, color);
    }

    private static bool TryLine(ReadOnlySpan<char> text, out LineDash dash, out int length)
    {
        length = text is ['-', '-' or '.', ..] ? 2 : 1;
        return LineDashes.TryParse(text[..length].ToString(), out dash) && dash != LineDash.None;
    }

    private static bool TryColor(ReadOnlySpan<char> text, out Rgba color, out int length)
    {
        length = 1;
        if (text[0] != 'C')
            return NamedColors.TryLetter(text[0], out color);
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        return NamedColors.TryParse(text[..length].ToString(), out color);
    }

    private static ValueError Twice(string fmt, string what) => new($"'{fmt}' is not a valid format string (two {what} symbols)");
}
