using System.Text;

namespace KerasSharp.Python;

/// <summary>
/// A format specification of Python, taken apart: <c>[[fill]align][sign][z][#][0][width][grouping][.precision][type]</c>.
/// Source: <see href="https://docs.python.org/3/library/string.html#format-specification-mini-language"/>.
/// </summary>
internal readonly record struct FormatSpec
{
    private FormatSpec(string text) => Text = text;

    /// <summary>The specification as it was written, for messages.</summary>
    public string Text { get; }

    /// <summary>What fills up the width: a character, which may need two UTF-16 units.</summary>
    public Rune Fill { get; private init; }

    /// <summary><c>&lt;</c>, <c>&gt;</c>, <c>^</c>, <c>=</c>, or <c>\0</c> where none is given.</summary>
    public char Align { get; private init; }

    /// <summary><c>+</c>, <c>-</c>, a space, or <c>\0</c>.</summary>
    public char Sign { get; private init; }

    /// <summary>Whether a negative zero loses its sign (<c>z</c>).</summary>
    public bool NoNegativeZero { get; private init; }

    /// <summary>The alternate form (<c>#</c>).</summary>
    public bool Alternate { get; private init; }

    /// <summary>Whether a <c>0</c> stands before the width: zeros between the sign and the digits.</summary>
    public bool ZeroPadded { get; private init; }

    /// <summary>The least width in characters; 0 for none.</summary>
    public int Width { get; private init; }

    /// <summary><c>,</c>, <c>_</c>, or <c>\0</c>.</summary>
    public char Grouping { get; private init; }

    /// <summary>The precision; -1 for none.</summary>
    public int Precision { get; private init; }

    /// <summary>The presentation type, or <c>\0</c>.</summary>
    public char Type { get; private init; }

    /// <summary>Takes a specification apart.</summary>
    /// <exception cref="ValueError">It is no valid specification, in Python's words.</exception>
    public static FormatSpec Parse(string text, string typeName)
    {
        var at = 0;
        var (fill, align) = FillAndAlign(text, ref at);
        var sign = at < text.Length && text[at] is '+' or '-' or ' ' ? text[at++] : '\0';
        var noNegativeZero = Take(text, ref at, 'z');
        var alternate = Take(text, ref at, '#');
        var zeroPadded = Take(text, ref at, '0');
        if (zeroPadded)
        {
            fill ??= new Rune('0');
        }

        var width = Number(text, ref at) ?? 0;
        var grouping = at < text.Length && text[at] is ',' or '_' ? text[at++] : '\0';
        if (grouping != '\0' && at < text.Length && text[at] is ',' or '_')
        {
            throw new ValueError(text[at] == grouping ? $"Cannot specify '{grouping}' with '{grouping}'." : "Cannot specify both ',' and '_'.");
        }

        var precision = -1;
        if (Take(text, ref at, '.'))
        {
            precision = Number(text, ref at) ?? throw new ValueError("Format specifier missing precision");
        }

        if (text.Length - at > 1)
        {
            throw new ValueError($"Invalid format specifier '{text}' for object of type '{typeName}'");
        }

        var type = at < text.Length ? text[at] : '\0';
        CheckGrouping(grouping, type == '\0' && typeName == "str" ? 's' : type);
        return new(text)
        {
            Fill = fill ?? new Rune(' '),
            Align = align,
            ZeroPadded = zeroPadded,
            Sign = sign,
            NoNegativeZero = noNegativeZero,
            Alternate = alternate,
            Width = width,
            Grouping = grouping,
            Precision = precision,
            Type = type,
        };
    }

    /// <summary>The message for a presentation type that does not fit the value's type.</summary>
    public ValueError UnknownType(string typeName) => new($"Unknown format code '{Type}' for object of type '{typeName}'");

    private static void CheckGrouping(char grouping, char type)
    {
        var grouped = type is '\0' or 'd' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%' || (grouping == '_' && type is 'b' or 'o' or 'x' or 'X');
        if (grouping != '\0' && !grouped)
        {
            throw new ValueError($"Cannot specify '{grouping}' with '{type}'.");
        }
    }

    private static (Rune? Fill, char Align) FillAndAlign(string text, ref int at)
    {
        if (text.Length > 1 && Rune.TryGetRuneAt(text, 0, out var fill) && fill.Utf16SequenceLength < text.Length && IsAlign(text[fill.Utf16SequenceLength]))
        {
            at = fill.Utf16SequenceLength + 1;
            return (fill, text[at - 1]);
        }

        return text.Length > 0 && IsAlign(text[0]) ? (null, text[at++]) : (null, '\0');
    }

    private static bool IsAlign(char c) => c is '<' or '>' or '^' or '=';

    private static bool Take(string text, ref int at, char c)
    {
        if (at >= text.Length || text[at] != c)
        {
            return false;
        }

        at++;
        return true;
    }

    private static int? Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at == start)
        {
            return null;
        }

        return int.TryParse(text.AsSpan(start, at - start), out var number) ? number : throw new ValueError("Too many decimal digits in format string");
    }
}
