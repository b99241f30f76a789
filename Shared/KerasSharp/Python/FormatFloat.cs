using System.Globalization;

namespace KerasSharp.Python;

/// <summary>Python's <c>float.__format__</c> and <c>float.__repr__</c>.</summary>
internal static class FormatFloat
{
    /// <summary><paramref name="value"/> by a specification that is not empty.</summary>
    public static string Format(double value, in FormatSpec spec)
    {
        var type = spec.Type;
        if (type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%'))
        {
            throw spec.UnknownType("float");
        }

        value = type == '%' ? value * 100 : value;
        var text = double.IsFinite(value) ? Finite(Math.Abs(value), spec) : NotFinite(value, type);
        var negative = double.IsNegative(value) && !double.IsNaN(value);
        if (negative && spec.NoNegativeZero && !text.AsSpan().ContainsAnyInRange('1', '9') && double.IsFinite(value))
        {
            negative = false;
        }

        // What is grouped ends at the point or the exponent; "inf" and "nan" have no digits at all.
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return new NumberText(negative, "", text[..digits], text[digits..]).Layout(spec);
    }

    /// <summary>The shortest text that reads back as the same float64: <c>1.0</c>, <c>1e-05</c>, <c>1e+16</c>, <c>inf</c>, <c>nan</c>.</summary>
    public static string Repr(double value) => Repr(value, FloatDigits.Shortest);

    /// <summary>The text of a NumPy float32: the shortest that reads back as the same float32.</summary>
    public static string Repr(float value) => Repr(value, _ => FloatDigits.Shortest(value));

    /// <summary>The text of a NumPy float16.</summary>
    public static string Repr(Half value) => Repr((double)value, _ => FloatDigits.Shortest(value));

    /// <summary>Digits with the point behind the first and an exponent: <c>1.25e-05</c>. A lone digit keeps no point unless asked for.</summary>
    public static string Scientific(string digits, int exponent, bool keepPoint = false, int exponentDigits = 2)
    {
        var point = digits.Length > 1 || keepPoint ? "." : "";
        var size = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(exponentDigits, '0');
        return $"{digits[0]}{point}{digits.AsSpan(1)}e{(exponent < 0 ? '-' : '+')}{size}";
    }

    /// <summary>Digits without an exponent; zeros fill the gap to the point. No point where nothing is behind it.</summary>
    public static string Positional(string digits, int exponent)
    {
        if (exponent < 0)
        {
            return $"0.{new string('0', -exponent - 1)}{digits}";
        }

        return digits.Length <= exponent + 1
            ? digits.PadRight(exponent + 1, '0')
            : $"{digits.AsSpan(0, exponent + 1)}.{digits.AsSpan(exponent + 1)}";
    }

    private static string Repr(double value, Func<double, (string Digits, int Exponent)> shortest)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        // By the value, not by its digits: the float32 nearest to 0.0001 lies below it, and prints as 1e-04.
        var (digits, exponent) = shortest(value);
        var text = Math.Abs(value) is (> 0 and < 1e-4) or >= 1e16 ? Scientific(digits, exponent) : WithPoint(Positional(digits, exponent));
        return double.IsNegative(value) ? "-" + text : text;
    }

    private static string Finite(double value, in FormatSpec spec)
    {
        var text = spec.Type switch
        {
            'f' or 'F' => Fixed(value, spec),
            '%' => Fixed(value, spec) + "%",
            'e' or 'E' => Exponential(value, spec),
            '\0' when spec.Precision < 0 => Plain(value, spec),
            _ => General(value, spec),
        };
        return char.IsAsciiLetterUpper(spec.Type) ? text.ToUpperInvariant() : text;
    }

    private static string Fixed(double value, in FormatSpec spec)
    {
        var precision = spec.Precision < 0 ? 6 : spec.Precision;
        return FloatDigits.Fixed(value, precision) + (precision == 0 && spec.Alternate ? "." : "");
    }

    private static string Plain(double value, in FormatSpec spec)
    {
        var text = Repr(value);
        return spec.Alternate && text.AsSpan(1).StartsWith("e") ? $"{text[0]}.{text.AsSpan(1)}" : text;
    }

    private static string Exponential(double value, in FormatSpec spec)
    {
        var (digits, exponent) = FloatDigits.Significant(value, (spec.Precision < 0 ? 6 : spec.Precision) + 1);
        return Scientific(digits, exponent, spec.Alternate);
    }

    /// <summary><c>g</c>, and no type at all, which keeps a digit after the point: <c>1.0</c>.</summary>
    private static string General(double value, in FormatSpec spec)
    {
        var noType = spec.Type == '\0';
        var precision = spec.Precision < 0 ? 6 : Math.Max(spec.Precision, 1);
        var (digits, exponent) = FloatDigits.Significant(value, precision);
        if (!spec.Alternate)
        {
            digits = digits.TrimEnd('0') is { Length: > 0 } kept ? kept : "0";
        }

        if (exponent < -4 || exponent >= precision - (noType ? 1 : 0))
        {
            return Scientific(digits, exponent, spec.Alternate);
        }

        var text = Positional(digits, exponent);
        return noType ? WithPoint(text) : spec.Alternate && !text.Contains('.', StringComparison.Ordinal) ? text + "." : text;
    }

    private static string WithPoint(string text) => text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";

    private static string NotFinite(double value, char type)
    {
        var text = double.IsNaN(value) ? "nan" : "inf";
        return (char.IsAsciiLetterUpper(type) ? text.ToUpperInvariant() : text) + (type == '%' ? "%" : "");
    }
}
