using System.Globalization;
using System.Numerics;
using System.Text;

namespace KerasSharp.Python;

/// <summary>Python's <c>int.__format__</c>, for whole numbers of any size.</summary>
internal static class FormatInteger
{
    private const string Type = "int";

    /// <summary><paramref name="value"/> by a specification that is not empty.</summary>
    public static string Format(BigInteger value, in FormatSpec spec)
    {
        if (spec.Type is 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%')
        {
            return FormatFloat.Format((double)value, spec, Type);
        }

        if (spec.Precision >= 0)
        {
            throw new ValueError("Precision not allowed in integer format specifier");
        }

        if (spec.NoNegativeZero)
        {
            throw new ValueError("Negative zero coercion (z) not allowed in integer format specifier");
        }

        if ((spec.Grouping != '\0' && spec.Type is 'c' or 'n') || (spec.Grouping == ',' && spec.Type is 'b' or 'o' or 'x' or 'X'))
        {
            throw new ValueError($"Cannot specify '{spec.Grouping}' with '{spec.Type}'.");
        }

        var (prefix, digits) = spec.Type switch
        {
            '\0' or 'd' or 'n' => ("", BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture)),
            'b' => ("0b", InBase(value, 1)),
            'o' => ("0o", InBase(value, 3)),
            'x' => ("0x", InBase(value, 4)),
            'X' => ("0X", InBase(value, 4).ToUpperInvariant()),
            'c' => ("", Character(value, spec)),
            _ => throw spec.UnknownType(Type),
        };
        if (spec.Type == 'c')
        {
            var missing = spec.Width - 1;
            return NumberText.Pad(digits, missing, spec.Align is '\0' ? '<' : spec.Align, spec.Fill);
        }

        var groupSize = spec.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3;
        return new NumberText(value.Sign < 0, spec.Alternate ? prefix : "", digits, "").Layout(spec, groupSize);
    }

    private static string InBase(BigInteger value, int bitsPerDigit)
    {
        var rest = BigInteger.Abs(value);
        var mask = (1 << bitsPerDigit) - 1;
        var text = new StringBuilder();
        do
        {
            text.Insert(0, "0123456789abcdef"[(int)(rest & mask)]);
            rest >>= bitsPerDigit;
        }
        while (!rest.IsZero);
        return text.ToString();
    }

    private static string Character(BigInteger value, in FormatSpec spec)
    {
        if (spec.Sign != '\0')
        {
            throw new ValueError("Sign not allowed with integer format specifier 'c'");
        }

        if (spec.Alternate)
        {
            throw new ValueError("Alternate form (#) not allowed with integer format specifier 'c'");
        }

        return value >= 0 && value <= 0x10FFFF && Rune.TryCreate((int)value, out var rune)
            ? rune.ToString()
            : throw new OverflowException("%c arg not in range(0x110000)");
    }
}
