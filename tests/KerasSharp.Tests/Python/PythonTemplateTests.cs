using KerasSharp.Python;

namespace KerasSharp.Tests.Python;

public class PythonTemplateTests
{
    private static readonly Dictionary<string, object?> Values = new() { ["epoch"] = 3, ["val_loss"] = 0.125, ["name"] = "a'b" };

    // Python 3.11's own answers.
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("m-{epoch:02d}-{val_loss:.2f}.h5", "m-03-0.12.h5")]
    [InlineData("{{{epoch}}}", "{3}")]
    [InlineData("{epoch}{epoch:>3}", "3  3")]
    [InlineData("{name!r:>8}|{val_loss!s}", "   \"a'b\"|0.125")]
    public void Fields_are_filled_in(string template, string text) => Assert.Equal(text, PythonTemplate.Format(template, Values.GetValueOrDefault));

    [Theory]
    [InlineData("{", typeof(ValueError), "Single '{' encountered in format string")]
    [InlineData("a}b", typeof(ValueError), "Single '}' encountered in format string")]
    [InlineData("{epoch", typeof(ValueError), "expected '}' before end of string")]
    [InlineData("{epoch:s}", typeof(ValueError), "Unknown format code 's' for object of type 'int'")]
    [InlineData("{loss}", typeof(KeyError), "'loss'")]
    [InlineData("{}", typeof(IndexError), "Replacement index 0 out of range for positional args tuple")]
    [InlineData("{1}", typeof(IndexError), "Replacement index 1 out of range for positional args tuple")]
    public void What_does_not_fit_is_refused_in_Pythons_words(string template, Type error, string message)
    {
        var thrown = Assert.Throws(error, () => PythonTemplate.Format(template, Values.GetValueOrDefault));
        Assert.Equal(message, thrown.Message);
    }
}
