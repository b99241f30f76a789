using System.Text;

namespace KerasSharp.Python;

/// <summary>
/// A number taken apart for laying out: sign, prefix (<c>0x</c>), the digits that are grouped, and the rest
/// (point, fraction, exponent, percent sign).
/// </summary>
internal readonly record struct NumberText(bool Negative, string Prefix, string Digits, string Rest)
{
    /// <summary>Groups, signs and pads the number.</summary>
    public string Layout(in FormatSpec spec, int groupSize = 3)
    {
        var sign = Negative ? "-" : spec.Sign is '+' or ' ' ? spec.Sign.ToString() : "";
        var align = spec.Align != '\0' ? spec.Align : spec.ZeroPadded ? '=' : '>';
        var digits = Digits;
        if (spec.Grouping != '\0' && digits.Length > 0)
        {
            // Zeros that fill up the width are grouped with the digits: "0,001,234".
            var zeros = align == '=' && spec.Fill.Value == '0';
            digits = Group(digits, spec.Grouping, groupSize, zeros ? spec.Width - sign.Length - Prefix.Length - Rest.Length : 0);
        }

        var lead = sign + Prefix;
        var body = digits + Rest;
        var missing = spec.Width - lead.Length - body.Length;
        return align == '=' && missing > 0
            ? lead + Repeat(spec.Fill, missing) + body
            : Pad(lead + body, missing, align, spec.Fill);
    }

    /// <summary>Puts <paramref name="missing"/> fill characters around a text, by its alignment.</summary>
    public static string Pad(string text, int missing, char align, Rune fill) => missing <= 0 ? text : align switch
    {
        '<' => text + Repeat(fill, missing),
        '^' => Repeat(fill, missing / 2) + text + Repeat(fill, missing - (missing / 2)),
        _ => Repeat(fill, missing) + text,
    };

    private static string Repeat(Rune fill, int count) =>
        fill.IsBmp ? new string((char)fill.Value, count) : new StringBuilder().Insert(0, fill.ToString(), count).ToString();

    private static string Group(string digits, char separator, int size, int leastWidth)
    {
        var text = new StringBuilder();
        var (left, inGroup) = (digits.Length, 0);
        while (left > 0 || text.Length < leastWidth)
        {
            if (inGroup == size)
            {
                text.Insert(0, separator);
                inGroup = 0;
            }

            text.Insert(0, left > 0 ? digits[--left] : '0');
            inGroup++;
        }

        return text.ToString();
    }
}
