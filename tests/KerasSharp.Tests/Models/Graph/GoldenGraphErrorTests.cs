using System.Text.Json;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>Bad use of graphs, symbolic tensors and own layers: Keras's error, or one that says the same.</summary>
public class GoldenGraphErrorTests
{
    private static readonly GoldenCases Golden = new(
        "functional.json", "calls.errors", waitsFor: (name, _) => Twin(name) is null ? "no C# twins of the code yet: functional" : null);

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Bad_use_is_told_in_Keras_words(string name) => Golden.Run(name, c =>
    {
        var error = Record.Exception(Twin(name)!);
        if (!GoldenFile.Has(c, "exception"))
        {
            // Keras lets it pass: here it passes too, or is refused by a rule of our own.
            Assert.True(error is null or ValueError or TypeError, error?.ToString());
            return;
        }

        Assert.NotNull(error);
        Assert.True(error is ValueError or TypeError or IndexError or KeyError or AttributeError or RuntimeError or NotImplementedError or OSError, error.ToString());
        if (c.GetProperty("exact").GetBoolean())
        {
            Assert.Equal(c.GetProperty("essence").GetString(), error.Message);
        }
    });

    private static Action? Twin(string name) => typeof(GraphErrorTwins).GetMethod(name)?.CreateDelegate<Action>();
}
