using System.Globalization;
using System.Numerics;
using System.Text;

namespace KerasSharp.Python;

/// <summary>Python's <c>int.__format__</c>, for whole numbers of any size.</summary>
internal static class FormatInteger
{
    /// <summary><paramref name="value"/> by a specification that is not empty.</summary>
    public static string Format(BigInteger value, in FormatSpec spec, string typeName = "int")
    {
        if (spec.Type is 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%')
        {
            return FormatFloat.Format(ToFloat(value), spec);
        }

        if (spec.Type is not ('\0' or 'd' or 'n' or 'b' or 'o' or 'x' or 'X' or 'c'))
        {
            throw spec.UnknownType(typeName);
        }

        if (spec.Precision >= 0)
        {
            throw new ValueError("Precision not allowed in integer format specifier");
        }

        if (spec.NoNegativeZero)
        {
            throw new ValueError("Negative zero coercion (z) not allowed in integer format specifier");
        }

        var (prefix, digits) = spec.Type switch
        {
            '\0' or 'd' or 'n' => ("", BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture)),
            'b' => ("0b", InBase(value, 1)),
            'o' => ("0o", InBase(value, 3)),
            'x' => ("0x", InBase(value, 4)),
            'X' => ("0X", InBase(value, 4).ToUpperInvariant()),
            _ => ("", Character(value, spec)),
        };
        if (spec.Type == 'c')
        {
            return NumberText.Pad(digits, spec.Width - 1, spec.Align == '\0' ? '>' : spec.Align, spec.Fill);
        }

        var groupSize = spec.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3;
        return new NumberText(value.Sign < 0, spec.Alternate ? prefix : "", digits, "").Layout(spec, groupSize);
    }

    private static double ToFloat(BigInteger value)
    {
        // The conversion of BigInteger cuts; parsing rounds, as Python does.
        var number = double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw new OverflowException("int too large to convert to float");
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
            : throw new OverflowException(
                value == (long)BigInteger.Clamp(value, long.MinValue, long.MaxValue) ? "%c arg not in range(0x110000)" : "Python int too large to convert to C long");
    }
}
