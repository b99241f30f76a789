using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Models.Graph;

/// <summary><c>clone_model</c>: the same architecture with new weights, on given inputs, by a function of one's own.</summary>
public class GoldenCloneTests
{
    private static readonly GoldenCases Golden = new("functional.json", "clones", waitsFor: (_, c) => GoldenModels.WaitsFor(Whole(c.GetProperty("config"))));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_clone_is_what_Keras_makes(string name) => Golden.Run(name, c =>
    {
        var model = (Functional)GoldenModels.Create(Whole(c.GetProperty("config")));
        var seen = new List<string>();
        Tensor? inputs = name == "clone_model with input_tensors" ? [keras.Input(3, name: "c"), keras.Input(3, name: "e")] : null;
        Func<Layer, Layer>? function = c.TryGetProperty("clone_function_sees", out var sees) ? layer => Changed(layer, seen) : null;
        var clone = keras.models.clone_model(model, inputs, function);
        GoldenConfig.Same(Whole(c.GetProperty("clone_config")).GetProperty("config"), clone.get_config());
        Assert.Equal(Strings(c, "weight_names"), model.weights.Select(w => w.name.Split(':')[0]));
        Assert.Equal(Strings(c, "clone_weight_names"), clone.weights.Select(w => w.name.Split(':')[0]));
        Assert.Empty(model.weights.Intersect(clone.weights));
        if (function is not null)
        {
            Assert.Equal(sees.EnumerateArray().Select(s => s.GetString()), seen);
        }
    });

    private static Layer Changed(Layer layer, List<string> seen)
    {
        seen.Add(layer.name);
        return layer is Dense { name: "shared" } dense ? keras.layers.Dense(dense.units, activation: "relu", use_bias: false, name: dense.name)
            : KerasSharp.Models.Graph.GraphClone.Copy(layer);
    }

    // The file has the configuration alone, or with its class.
    private static JsonElement Whole(JsonElement config)
    {
        if (config.TryGetProperty("class_name", out _))
        {
            return config;
        }

        using var document = JsonDocument.Parse($$"""{"class_name": "Functional", "config": {{config.GetRawText()}}}""");
        return document.RootElement.Clone();
    }

    private static IEnumerable<string?> Strings(JsonElement c, string property) => c.GetProperty(property).EnumerateArray().Select(s => s.GetString());
}
