using System.Text.Json;
using KerasSharp.Saving.Json;
using KerasSharp.TestSupport;
using KerasSharp.Utils;
using static KerasSharp.keras.models;

namespace KerasSharp.Tests.Saving.LegacyH5;

/// <summary>Damaged and hostile model files: each gives one clear error, and a model that is already there stays as it was.</summary>
public class DamagedModelFileTests
{
    private static readonly GoldenCases Golden = GoldenCases.Folders("models/bad", "expect.json", (_, c) =>
        c.GetProperty("file").GetString()!.EndsWith(".h5", StringComparison.Ordinal) ? null : "no reader of this format yet");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, expected =>
    {
        var path = Path.Combine(Paths.Golden, "models", "bad", name, expected.GetProperty("file").GetString()!);
        using var errors = new StringWriter();
        using var console = KerasConsole.Use(error: errors);
        var kind = expected.GetProperty("error").GetString();
        var error = Record.Exception(() => Load(expected, path));
        if (kind == "optimizer_not_restored")
        {
            Assert.Null(error);
            Assert.StartsWith("WARNING:tensorflow:Error in loading the saved optimizer state. As a result, your model is starting with a freshly initialized optimizer.", errors.ToString());
            Mentions(expected, errors.ToString());
            return;
        }

        Assert.NotNull(error);
        Assert.IsType(Type(expected), error, exactMatch: true);
        Assert.Contains(path, error.Message);
        Mentions(expected, error.Message);
        Assert.Empty(errors.ToString());
    });

    private static void Load(JsonElement expected, string path)
    {
        if (expected.GetProperty("loader").GetString() == "load_model")
        {
            load_model(path);
            return;
        }

        var model = model_from_json(File.ReadAllText(Path.Combine(Paths.Golden, "models", expected.GetProperty("model").GetString()!)));
        var before = model.get_weights();
        try
        {
            model.load_weights(path);
        }
        finally
        {
            foreach (var (old, now) in before.Zip(model.get_weights()))
            {
                Assert.Equal(old.ToArray<float>(), now.ToArray<float>());
            }
        }
    }

    // Keras's own exception; what it lets pass, or fails at for want of memory, is an error of the file.
    private static Type Type(JsonElement expected) => expected.GetProperty("keras_2.15").GetString()!.Split(':')[0] switch
    {
        nameof(JSONDecodeError) => typeof(JSONDecodeError),
        nameof(ValueError) => typeof(ValueError),
        nameof(KeyError) => typeof(KeyError),
        _ => typeof(OSError),
    };

    // The names, numbers and shapes of the report must be in the message; its words need not.
    private static void Mentions(JsonElement expected, string message)
    {
        var words = expected.GetProperty("report").GetString()!.Split([' ', ',', '.', ';', ':', '/'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Select(w => w.Trim('(', ')')).Where(w => w.Contains('_') || (w.Length > 1 && w.All(char.IsAsciiDigit)) || w is "kernel" or "JSON"))
        {
            Assert.Contains(word, message);
        }
    }
}
