using System.Text;

namespace KerasSharp.Python;

/// <summary>Python's <c>str.__format__</c>. Widths and precisions count characters (code points), so that a Chinese letter counts as one.</summary>
internal static class FormatText
{
    /// <summary><paramref name="value"/> by a specification that is not empty.</summary>
    public static string Format(string value, in FormatSpec spec)
    {
        Check(spec);
        var length = 0;
        var units = 0;
        foreach (var rune in value.EnumerateRunes())
        {
            if (length == spec.Precision)
            {
                break;
            }

            length++;
            units += rune.Utf16SequenceLength;
        }

        return NumberText.Pad(value[..units], spec.Width - length, spec.Align == '\0' ? '<' : spec.Align, spec.Fill);
    }

    /// <summary>The number of characters of a text, as Python's <c>len</c> counts them.</summary>
    public static int Length(string value)
    {
        var count = 0;
        foreach (var unused in value.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private static void Check(in FormatSpec spec)
    {
        if (spec.Type is not ('\0' or 's'))
        {
            throw spec.UnknownType("str");
        }

        var refused = spec.Sign == ' ' ? "Space"
            : spec.Sign != '\0' ? "Sign"
            : spec.NoNegativeZero ? "Negative zero coercion (z)"
            : spec.Alternate ? "Alternate form (#)"
            : spec.Align == '=' ? "'=' alignment" : null;
        if (refused is not null)
        {
            throw new ValueError($"{refused} not allowed in string format specifier");
        }
    }
}
