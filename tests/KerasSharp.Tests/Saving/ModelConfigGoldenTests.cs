using System.Text.Json;
using KerasSharp.Saving.Json;
using KerasSharp.TestSupport;
using KerasSharp.Tests.Models;
using static KerasSharp.keras.models;

namespace KerasSharp.Tests.Saving;

/// <summary>The configurations of Keras's models: what <c>to_json</c> writes, <c>model_from_json</c> reads, to the character.</summary>
public class ModelConfigGoldenTests
{
    private static readonly GoldenCases Golden = new(
        "text.json", "configs.models", c => c.GetProperty("model").GetString()!, (_, c) => GoldenModels.WaitsFor(Parsed(c)));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var text = c.GetProperty("to_json").GetString()!;
        var model = model_from_json(text);
        Assert.Equal(text, model.to_json());
        Assert.Equal(c.GetProperty("get_config").GetString(), PythonJson.dumps(model.get_config()));
        if (GoldenFile.Has(c, "layer_configs"))
        {
            Assert.Equal(c.GetProperty("layer_configs").EnumerateArray().Select(l => l.GetString()), model.layers.Select(layer => PythonJson.dumps(layer.get_config())));
        }

        var indented = model.to_json(indent: 2, sort_keys: true);
        Assert.StartsWith("{\n  \"backend\": \"tensorflow\",\n  \"class_name\": ", indented);
        Assert.Equal(text, model_from_json(indented).to_json());
    });

    private static JsonElement Parsed(JsonElement c) => JsonSerializer.Deserialize<JsonElement>(c.GetProperty("to_json").GetString()!);
}
