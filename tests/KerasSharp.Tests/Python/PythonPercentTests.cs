using KerasSharp.Engine;

namespace KerasSharp.Tests.Python;

/// <summary>Python's % and format of texts; the expected texts are CPython's.</summary>
public class PythonPercentTests
{
    [Theory]
    [InlineData("%d items", 3, "3 items")]
    [InlineData("%5d|", 42, "   42|")]
    [InlineData("%-5d|", 42, "42   |")]
    [InlineData("%05d", -42, "-0042")]
    [InlineData("%+d", 7, "+7")]
    [InlineData("% d", 7, " 7")]
    [InlineData("%d", 3.9, "3")]
    [InlineData("%x", 255, "ff")]
    [InlineData("%#x", 255, "0xff")]
    [InlineData("%o", 8, "10")]
    [InlineData("%.2f", 2.675, "2.67")]
    [InlineData("%8.3f|", 3.14159, "   3.142|")]
    [InlineData("%-8.3f|", 3.14159, "3.142   |")]
    [InlineData("%08.3f", -3.14159, "-003.142")]
    [InlineData("%e", 12345.678, "1.234568e+04")]
    [InlineData("%.3g", 1.234e-05, "1.23e-05")]
    [InlineData("%G", 1e+20, "1E+20")]
    [InlineData("%s", "text", "text")]
    [InlineData("%10s|", "text", "      text|")]
    [InlineData("%-10s|", "text", "text      |")]
    [InlineData("%.2s", "text", "te")]
    [InlineData("%r", "text", "'text'")]
    [InlineData("%5.1f%%", 99.5, " 99.5%")]
    [InlineData("%.0f", 2.5, "2")]
    [InlineData("%f", double.PositiveInfinity, "inf")]
    [InlineData("%s", true, "True")]
    [InlineData("%s", null, "None")]
    public void One_value_is_formatted(string template, object? value, string expected) => Assert.Equal(expected, template % value);

    [Fact]
    public void A_tuple_fills_the_template_in_order()
        => Assert.Equal("epoch 3: loss 0.50 (mse)", "epoch %d: loss %.2f (%s)" % (3, 0.5, "mse"));

    [Fact]
    public void Tensors_and_arrays_are_numbers()
        => Assert.Equal("0.250 2 1.5", "%.3f %d %s" % (tf.constant(0.25), tf.Variable(2.9), NumSharp.np.array(new[] { 1.5f })[0]));

    [Theory]
    [InlineData("%d %d", 1, "not enough arguments for format string")]
    [InlineData("text", 1, "not all arguments converted during string formatting")]
    [InlineData("%f", "a", "must be real number, not str")]
    [InlineData("%d", "a", "%d format: a real number is required, not str")]
    public void Values_that_do_not_fit_are_refused(string template, object value, string message)
        => Assert.Equal(message, Assert.Throws<TypeError>(() => template % value).Message);

    [Fact]
    public void A_conversion_that_is_none_is_refused()
    {
        Assert.Equal("incomplete format", Assert.Throws<ValueError>(() => "%" % 1).Message);
        Assert.Equal("unsupported format character 'y' (0x79) at index 1", Assert.Throws<ValueError>(() => "%y" % 1).Message);
    }

    [Fact]
    public void Fields_of_format_are_numbered()
    {
        Assert.Equal("1.00 a 1.00", "{0:.2f} {1} {0:.2f}".format(1.0, "a"));
        Assert.Equal("a b", "{} {}".format("a", "b"));
        Assert.Equal("Replacement index 1 out of range for positional args tuple", Assert.Throws<IndexError>(() => "{} {}".format("a")).Message);
        Assert.Throws<KeyError>(() => "{name}".format("a"));
    }
}
