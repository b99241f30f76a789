using System.Text.Json;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Errors;

/// <summary>Bad use: each case of errors.json whose code has a C# twin (<see cref="ErrorTwins"/>) gives Keras's error, or one that says the same.</summary>
public class GoldenErrorTests
{
    private static readonly GoldenCases Golden = new(
        "errors.json", "cases", label: Name, waitsFor: (_, c) => Twin(c) is null ? $"no C# twins of the code yet: {c.GetProperty("area")}" : null);

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Bad_use_is_told_in_Keras_words(string name) => Golden.Run(name, c =>
    {
        var error = Record.Exception(Twin(c)!);
        if (!GoldenFile.Has(c, "exception"))
        {
            // Keras lets it pass: here it passes too, or is refused by a rule of our own.
            Assert.True(error is null or ValueError or TypeError, error?.ToString());
            return;
        }

        Assert.NotNull(error);
        if (c.GetProperty("exact").GetBoolean())
        {
            Assert.Contains(error.Message, Essences(c));
            Assert.Equal(Type(c), error.GetType().Name);
        }
        else
        {
            Assert.True(error is ValueError or TypeError or IndexError or KeyError or AttributeError or RuntimeError or NotImplementedError or OSError, error.ToString());
        }
    });

    private static Action? Twin(JsonElement c) => ErrorTwins.Find(c.GetProperty("area").GetString()!, Name(c));

    // NumPy's AxisError is a ValueError.
    private static string Type(JsonElement c) => c.GetProperty("exception").GetString()! is var name && name == "AxisError" ? nameof(ValueError) : name;

    private static string Name(JsonElement c) => c.GetProperty("name").GetString()!;

    // fit has two forms of some: with the batch's size, or None.
    private static IEnumerable<string> Essences(JsonElement c)
    {
        yield return c.GetProperty("essence").GetString()!;
        if (GoldenFile.Has(c, "graph"))
        {
            yield return c.GetProperty("graph").GetProperty("essence").GetString()!;
        }
    }
}
