using System.Numerics;
using KerasSharp.Python;

namespace KerasSharp.Numpy;

/// <summary>
/// How the elements of one array are written so that they form columns: NumPy's rules for whole numbers, bools and floats
/// (precision 8; exponents where the largest is 1e8 or more, the smallest below 1e-4, or their ratio above 1000).
/// </summary>
internal static class NumpyElementFormat
{
    private const int Precision = 8;

    /// <summary>The writer for elements of type <paramref name="kind"/>, of which these are <paramref name="shown"/>.</summary>
    public static Func<object, string> For(Type kind, IReadOnlyList<object> shown, bool isScalar)
    {
        if (kind == typeof(bool))
        {
            return value => (bool)value ? (isScalar ? "True" : " True") : "False";
        }

        if (kind == typeof(float) || kind == typeof(double) || kind == typeof(Half))
        {
            return Floats([.. shown.Select(v => new Number(v))]);
        }

        // Whole numbers are as wide as the widest; all else is written as it is.
        var text = (object value) => kind == typeof(string) ? PythonFormat.Repr(value) : PythonFormat.Str(value);
        var width = kind == typeof(string) || shown.Count == 0 ? 0 : shown.Max(v => text(v).Length);
        return value => text(value).PadLeft(width);
    }

    private static Func<object, string> Floats(IReadOnlyList<Number> shown)
    {
        var finite = shown.Where(n => double.IsFinite(n.Value)).ToArray();
        var exponents = NeedsExponents(finite);
        var digits = exponents ? finite.Max(n => n.Scientific.Digits.Length) : 0;
        var exponentDigits = exponents && finite.Any(n => Math.Abs(n.Scientific.Exponent) >= 100) ? 3 : 2;
        (string Whole, string Fraction) Split(Number n) => exponents ? n.WithExponent(digits, exponentDigits) : n.Positional();

        var parts = finite.Select(Split).ToArray();
        var left = parts.Select(p => p.Whole.Length).DefaultIfEmpty(0).Max();
        var right = parts.Select(p => p.Fraction.Length).DefaultIfEmpty(0).Max();
        var special = shown.Where(n => !double.IsFinite(n.Value)).Select(n => FormatFloat.Repr(n.Value).Length).DefaultIfEmpty(0).Max();
        left = Math.Max(left, special - right - 1);

        return value =>
        {
            var number = new Number(value);
            if (!double.IsFinite(number.Value))
            {
                return FormatFloat.Repr(number.Value).PadLeft(left + 1 + right);
            }

            var (whole, fraction) = Split(number);
            return $"{whole.PadLeft(left)}.{fraction.PadRight(right)}";
        };
    }

    private static bool NeedsExponents(IEnumerable<Number> finite)
    {
        var sizes = finite.Where(n => n.Value != 0).ToArray();
        if (sizes.Length == 0)
        {
            return false;
        }

        var largest = sizes.MaxBy(n => Math.Abs(n.Value));
        var smallest = sizes.MinBy(n => Math.Abs(n.Value));
        return Math.Abs(largest.Value) >= 1e8 || Math.Abs(smallest.Value) < 1e-4 || largest.Over(smallest) > 1000;
    }

    /// <summary>A float of any width with its own shortest digits.</summary>
    private readonly struct Number
    {
        private readonly object value;

        public Number(object value)
        {
            this.value = value;
            Value = value switch { float f => f, Half h => (double)h, _ => (double)value };
        }

        public double Value { get; }

        private (string Digits, int Exponent) Shortest => value switch
        {
            float f => FloatDigits.Shortest(f),
            Half h => FloatDigits.Shortest(h),
            _ => FloatDigits.Shortest(Value),
        };

        private string Sign => double.IsNegative(Value) ? "-" : "";

        /// <summary>The digits that are written with an exponent: no more than eight after the point.</summary>
        public (string Digits, int Exponent) Scientific
        {
            get
            {
                var shortest = Shortest;
                if (shortest.Digits.Length - 1 <= Precision)
                {
                    return shortest;
                }

                var (digits, exponent) = FloatDigits.Significant(Math.Abs(Value), Precision + 1);
                return (digits.TrimEnd('0'), exponent);
            }
        }

        /// <summary>The quotient of the magnitudes, in the numbers' own width.</summary>
        public double Over(Number other) => value switch
        {
            float => Math.Abs((float)Value / (float)other.Value),
            Half => (double)Half.Abs((Half)Value / (Half)other.Value),
            _ => Math.Abs(Value / other.Value),
        };

        /// <summary>The parts before and after the point; no more than eight digits after it, and no zeros at their end.</summary>
        public (string Whole, string Fraction) Positional()
        {
            var (digits, exponent) = Shortest;
            var text = digits.Length - 1 - exponent <= Precision
                ? FormatFloat.Positional(digits, exponent)
                : FloatDigits.Fixed(Math.Abs(Value), Precision).TrimEnd('0');
            var point = text.IndexOf('.', StringComparison.Ordinal);
            return point < 0 ? (Sign + text, "") : (Sign + text[..point], text[(point + 1)..]);
        }

        /// <summary>
        /// The digit before the point, and the digits behind it with the exponent, both of one length in all elements.
        /// What the shortest digits lack is not filled with zeros, but with the digits of the exact value, as NumPy does.
        /// </summary>
        public (string Whole, string Fraction) WithExponent(int count, int exponentDigits)
        {
            var (digits, exponent) = Scientific;
            if (digits.Length < count)
            {
                (digits, exponent) = FloatDigits.Significant(Math.Abs(Value), count);
            }

            var text = FormatFloat.Scientific(digits, exponent, keepPoint: true, exponentDigits);
            return (Sign + text[0], text[2..]);
        }
    }
}
