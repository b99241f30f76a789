using System.Globalization;
using System.Numerics;
using System.Text.Json;
using KerasSharp.Python;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Python;

public class PythonFormatTests
{
    private static readonly GoldenCases Golden = new("numpy.json", "formats", label: c => $"{c.GetProperty("format").GetString()} of {c.GetProperty("value").GetRawText()}");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var format = c.GetProperty("format").GetString()!;
        var (open, close) = (format.IndexOf('{', StringComparison.Ordinal), format.IndexOf('}', StringComparison.Ordinal));
        var field = format[(open + 1)..close];
        var value = Value(c.GetProperty("value"));
        var text = field == "!r" ? PythonFormat.Repr(value) : PythonFormat.Format(value, field.TrimStart(':'));
        Assert.Equal(c.GetProperty("text").GetString(), format[..open] + text + format[(close + 1)..]);
    });

    // Python 3.11's own answers, for what the golden file does not ask.
    [Theory]
    [InlineData(5, "05", "00005")]
    [InlineData(-5, "<05", "-5000")]
    [InlineData(5, "x>05", "xxxx5")]
    [InlineData(1, "_x", "1")]
    [InlineData(500000, "#_X", "0X7_A120")]
    [InlineData(500000, "#_b", "0b111_1010_0001_0010_0000")]
    [InlineData(500000, "_o", "172_0440")]
    [InlineData(-255, "#010x", "-0x00000ff")]
    [InlineData(7, "<#08b", "0b111000")]
    [InlineData(-7, "^+10d", "    -7    ")]
    [InlineData(65, "c", "A")]
    [InlineData(65, "5c", "    A")]
    [InlineData(1234567, "012,d", "0,001,234,567")]
    [InlineData(1234567, "e", "1.234567e+06")]
    [InlineData(1234567, ",.1%", "123,456,700.0%")]
    [InlineData(12345, "n", "12345")]
    public void Whole_numbers(int value, string spec, string text)
    {
        Assert.Equal(text, PythonFormat.Format(value, spec));
        Assert.Equal(text, PythonFormat.Format((long)value, spec));
        Assert.Equal(text, PythonFormat.Format(new BigInteger(value), spec));
    }

    [Theory]
    [InlineData(0.03125, ".4f", "0.0312")]
    [InlineData(2.5, ".0f", "2")]
    [InlineData(0.5, ".0f", "0")]
    [InlineData(1.5, ".0f", "2")]
    [InlineData(1e20, ",.2f", "100,000,000,000,000,000,000.00")]
    [InlineData(1e-320, ".5e", "9.99989e-321")]
    [InlineData(9.9995, ".3f", "9.999")]
    [InlineData(99999.5, ".5g", "1e+05")]
    [InlineData(1234.0, ".4", "1.234e+03")]
    [InlineData(123.0, "8", "   123.0")]
    [InlineData(1.0, "#.0f", "1.")]
    [InlineData(1.0, "#g", "1.00000")]
    [InlineData(1.0, "#.0e", "1.e+00")]
    [InlineData(1234.5, "G", "1234.5")]
    [InlineData(1e-10, "G", "1E-10")]
    [InlineData(-1.5, "=10", "-      1.5")]
    [InlineData(-1.5, "*=10.2f", "-*****1.50")]
    [InlineData(1e5, "011,.1f", "0,100,000.0")]
    [InlineData(-0.0, "z.1f", "0.0")]
    [InlineData(-0.04, "z.1f", "0.0")]
    [InlineData(double.PositiveInfinity, "010,", "0000000inf")]
    [InlineData(double.NaN, "+f", "+nan")]
    [InlineData(double.NegativeInfinity, "%", "-inf%")]
    [InlineData(double.NaN, "E", "NAN")]
    [InlineData(0.1, ".30f", "0.100000000000000005551115123126")]
    public void Floats(double value, string spec, string text) => Assert.Equal(text, PythonFormat.Format(value, spec));

    // Among them powers of two where .NET's shortest text does not read back.
    [Theory]
    [InlineData(2.9802322387695312e-08, "2.9802322387695312e-08")]
    [InlineData(5.960464477539063e-08, "5.960464477539063e-08")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(9007199254740993, "9007199254740992.0")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    public void The_shortest_digits(double value, string text) => Assert.Equal(text, PythonFormat.Repr(value));

    [Fact]
    public void Every_power_of_two_reads_back_from_its_text()
    {
        for (var power = -1074; power < 1024; power++)
        {
            var value = Math.ScaleB(1, power);
            Assert.Equal(value, double.Parse(PythonFormat.Repr(value), CultureInfo.InvariantCulture));
            if ((float)value is > 0 and < float.PositiveInfinity)
            {
                Assert.Equal((float)value, float.Parse(PythonFormat.Repr((float)value), CultureInfo.InvariantCulture));
            }
        }
    }

    [Theory]
    [InlineData("a", "05", "a0000")]
    [InlineData("abc", "^7.2s", "  ab   ")]
    [InlineData("a", "卷^5", "卷卷a卷卷")]
    [InlineData("a", "😀>3", "😀😀a")]
    [InlineData("😀b", ">4", "  😀b")]
    [InlineData("😀b", ".1", "😀")]
    public void Texts(string value, string spec, string text) => Assert.Equal(text, PythonFormat.Format(value, spec));

    [Fact]
    public void A_float32_prints_its_own_digits_but_is_a_float64_in_an_f_string()
    {
        Assert.Equal("0.1", PythonFormat.Str(0.1f));
        Assert.Equal("0.10000000149011612", PythonFormat.Format(0.1f, ""));
        Assert.Equal("0.1000000015", PythonFormat.Format(0.1f, ".10f"));
        Assert.Equal("123456790.0", PythonFormat.Str(123456790f));
        Assert.Equal("1e+16", PythonFormat.Str(1e16f));
        Assert.Equal("1e-05", PythonFormat.Str(1e-5f));
        Assert.Equal("18446744073709551615", PythonFormat.Format(ulong.MaxValue, "d"));
        Assert.Equal("a    ", PythonFormat.Format('a', "5"));
    }

    [Fact]
    public void A_bool_is_a_number_under_a_specification()
    {
        Assert.Equal("True", PythonFormat.Format(true, ""));
        Assert.Equal("    1", PythonFormat.Format(true, "5"));
    }

    [Theory]
    [InlineData("a", "d", "Unknown format code 'd' for object of type 'str'")]
    [InlineData("a", "=5", "'=' alignment not allowed in string format specifier")]
    [InlineData("a", "+5", "Sign not allowed in string format specifier")]
    [InlineData("a", "#5", "Alternate form (#) not allowed in string format specifier")]
    [InlineData("a", ",", "Cannot specify ',' with 's'.")]
    [InlineData(1, "s", "Unknown format code 's' for object of type 'int'")]
    [InlineData(1, ".2", "Precision not allowed in integer format specifier")]
    [InlineData(1, ",x", "Cannot specify ',' with 'x'.")]
    [InlineData(1, "_,", "Cannot specify both ',' and '_'.")]
    [InlineData(1, "c5", "Invalid format specifier 'c5' for object of type 'int'")]
    [InlineData(1, "+c", "Sign not allowed with integer format specifier 'c'")]
    [InlineData(1, "z", "Negative zero coercion (z) not allowed in integer format specifier")]
    [InlineData(1, "99999999999", "Too many decimal digits in format string")]
    [InlineData(1.5, "d", "Unknown format code 'd' for object of type 'float'")]
    [InlineData(1.5, ".", "Format specifier missing precision")]
    [InlineData(1.5, ",n", "Cannot specify ',' with 'n'.")]
    public void A_wrong_specification_is_refused_in_Pythons_words(object value, string spec, string message) =>
        Assert.Equal(message, Assert.Throws<ValueError>(() => PythonFormat.Format(value, spec)).Message);

    [Fact]
    public void What_takes_no_specification_says_so()
    {
        Assert.Equal("unsupported format string passed to NoneType.__format__", Assert.Throws<TypeError>(() => PythonFormat.Format(null, "5")).Message);
        Assert.Equal("unsupported format string passed to list.__format__", Assert.Throws<TypeError>(() => PythonFormat.Format(new List<int>(), "5")).Message);
        Assert.Equal("unsupported format string passed to tuple.__format__", Assert.Throws<TypeError>(() => PythonFormat.Format(new long[] { 1 }, "5")).Message);
    }

    [Fact]
    public void Rounding_follows_the_exact_value_for_random_numbers()
    {
        // The reference is exact decimal arithmetic: a float64 below 2^20 with at most 20 binary places is a decimal.
        var random = new Lcg(7);
        for (var i = 0; i < 2000; i++)
        {
            var value = Math.Round(random.Number() * 1048576) / (1 << random.Integer(16));
            var places = random.Integer(8);
            var expected = Math.Round((decimal)value, places, MidpointRounding.ToEven).ToString("F" + places, CultureInfo.InvariantCulture);
            Assert.Equal(expected, PythonFormat.Format(value, $".{places}f"));
        }
    }

    private static object Value(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.GetRawText().AsSpan().ContainsAny(".eE") ? value.GetDouble() : (object)value.GetInt64();
}
