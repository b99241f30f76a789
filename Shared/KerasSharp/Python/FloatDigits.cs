using System.Globalization;
using System.Numerics;

namespace KerasSharp.Python;

/// <summary>
/// The decimal digits of a float64, as Python writes them: rounded half to even on the exact binary value
/// (.NET's <c>F</c> rounds ties away from zero), or the shortest that read back as the same number.
/// </summary>
internal static class FloatDigits
{
    private const int MantissaBits = 52;

    /// <summary><c>123.4500</c>: <paramref name="value"/>, finite and not negative, with this many digits after the point.</summary>
    public static string Fixed(double value, int precision)
    {
        var digits = Scaled(value, precision).PadLeft(precision + 1, '0');
        return precision == 0 ? digits : $"{digits.AsSpan(0, digits.Length - precision)}.{digits.AsSpan(digits.Length - precision)}";
    }

    /// <summary>
    /// The first <paramref name="count"/> significant digits of a finite <paramref name="value"/> that is not negative, rounded,
    /// and the decimal exponent of the first of them: 1234.5 with three digits is <c>("123", 3)</c>.
    /// </summary>
    public static (string Digits, int Exponent) Significant(double value, int count)
    {
        if (value == 0)
        {
            return (new string('0', count), 0);
        }

        // The logarithm may be off by one beside a power of ten, and rounding may carry into one digit more: both show in the length.
        var exponent = (int)Math.Floor(Math.Log10(value));
        var digits = Scaled(value, count - 1 - exponent);
        if (digits.Length > count)
        {
            exponent++;
            digits = Scaled(value, count - 1 - exponent);
        }
        else if (digits.Length < count)
        {
            exponent--;
            digits = Scaled(value, count - 1 - exponent);
        }

        return (digits, exponent);
    }

    /// <summary>The shortest digits that give a finite <paramref name="value"/> back, and the decimal exponent of the first.</summary>
    public static (string Digits, int Exponent) Shortest(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == value ? Parse(text) : Trimmed(value, 17);
    }

    /// <inheritdoc cref="Shortest(double)"/>
    public static (string Digits, int Exponent) Shortest(float value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return float.Parse(text, CultureInfo.InvariantCulture) == value ? Parse(text) : Trimmed(value, 9);
    }

    /// <inheritdoc cref="Shortest(double)"/>
    public static (string Digits, int Exponent) Shortest(Half value) => Parse(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>
    /// For some powers of two (2^-25) .NET's "R" gives a digit too few and does not read back:
    /// the spacing below them is half of that above. As many digits as always suffice are right there.
    /// </summary>
    private static (string Digits, int Exponent) Trimmed(double value, int count)
    {
        var (digits, exponent) = Significant(Math.Abs(value), count);
        return (digits.TrimEnd('0'), exponent);
    }

    /// <summary>The whole number nearest to value * 10^power, ties to even, in decimal.</summary>
    private static string Scaled(double value, int power)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var biased = (int)(bits >> MantissaBits) & 0x7FF;
        var mantissa = bits & ((1UL << MantissaBits) - 1);
        var exponent = Math.Max(biased, 1) - 1023 - MantissaBits;
        if (biased != 0)
        {
            mantissa |= 1UL << MantissaBits;
        }

        // 53 bits of mantissa and the 74 of 10^22 fit into 128: what is printed daily needs no big integers.
        return exponent <= 0 && power is >= 0 and <= 22 ? Small(mantissa, exponent, power) : Big(mantissa, exponent, power);
    }

    private static string Small(ulong mantissa, int exponent, int power)
    {
        UInt128 scaled = mantissa;
        for (var i = 0; i < power; i++)
        {
            scaled *= 10;
        }

        if (exponent == 0)
        {
            return scaled.ToString(CultureInfo.InvariantCulture);
        }

        if (exponent <= -128)
        {
            return "0";
        }

        var whole = scaled >> -exponent;
        var rest = scaled - (whole << -exponent);
        var half = UInt128.One << (-exponent - 1);
        if (rest > half || (rest == half && UInt128.IsOddInteger(whole)))
        {
            whole++;
        }

        return whole.ToString(CultureInfo.InvariantCulture);
    }

    private static string Big(ulong mantissa, int exponent, int power)
    {
        var numerator = new BigInteger(mantissa) << Math.Max(exponent, 0);
        var denominator = BigInteger.One << Math.Max(-exponent, 0);
        if (power >= 0)
        {
            numerator *= BigInteger.Pow(10, power);
        }
        else
        {
            denominator *= BigInteger.Pow(10, -power);
        }

        var whole = BigInteger.DivRem(numerator, denominator, out var rest);
        var side = (rest << 1).CompareTo(denominator);
        if (side > 0 || (side == 0 && !whole.IsEven))
        {
            whole++;
        }

        return whole.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Takes the digits and the exponent from .NET's shortest text: <c>1.25E-05</c>, <c>1250</c>, <c>-0.125</c>.</summary>
    private static (string Digits, int Exponent) Parse(string text)
    {
        var mantissa = text.AsSpan().TrimStart('-');
        var exponent = 0;
        var e = mantissa.IndexOf('E');
        if (e >= 0)
        {
            exponent = int.Parse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..e];
        }

        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa.Length : point;
        var digits = point < 0 ? mantissa.ToString() : $"{mantissa[..point]}{mantissa[(point + 1)..]}";
        var significant = digits.TrimStart('0');
        if (significant.Length == 0)
        {
            return ("0", 0);
        }

        exponent += whole - 1 - (digits.Length - significant.Length);
        return (significant.TrimEnd('0'), exponent);
    }
}
