using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Python;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>Functional models, made from the configurations of real Keras: what they are and what they compute.</summary>
public class GoldenFunctionalTests
{
    private static readonly GoldenCases Golden = new("functional.json", "models", waitsFor: (_, c) =>
        c.TryGetProperty("from_json", out var rebuilt) && rebuilt.TryGetProperty("exception", out var unused) ? "Keras itself cannot rebuild the configuration" : GoldenModels.WaitsFor(c.GetProperty("config")));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_model_is_and_does_what_Keras_says(string name) => Golden.Run(name, c =>
    {
        var model = (Functional)keras.models.model_from_json(c.GetProperty("config").GetRawText());
        CheckConfig(c, model);
        CheckLayers(c, model);
        CheckEnds(c, model);
        if (name == "a new head on the features of a trained model")
        {
            // Python's code froze all layers of the old model; the configuration of an InputLayer does not say so.
            model.layers[0].trainable = false;
        }

        CheckSummaries(c, model);
        SetWeights(c, model);
        FunctionalValues.Check(c, model);
        FunctionalForms.Check(c, model);
    });

    private static void CheckConfig(JsonElement c, Functional model)
    {
        if (!c.TryGetProperty("from_json", out var again) || !again.TryGetProperty("config_is_equal", out var equal) || equal.GetBoolean())
        {
            GoldenConfig.Same(c.GetProperty("config").GetProperty("config"), model.get_config());
        }
    }

    private static void CheckLayers(JsonElement c, Functional model)
    {
        Assert.Equal(
            c.GetProperty("layers").EnumerateArray().Select(l => (l.GetProperty("name").GetString(), l.GetProperty("class").GetString())),
            model.layers.Select(l => ((string?)l.name, (string?)(l is OpLambda op ? op.ClassName : l.GetType().Name))));
        var edges = model.Graph!.Nodes.Where(node => !node.IsInput).SelectMany(node => node.Inputs.Select(x => $"{x.Layer.name} -> {node.Layer.name}"));
        Assert.Equal(
            c.GetProperty("edges").EnumerateArray().Select(e => $"{e[0].GetString()} -> {e[1].GetString()}").Order(StringComparer.Ordinal),
            edges.Distinct().Order(StringComparer.Ordinal));
    }

    private static void CheckEnds(JsonElement c, Functional model)
    {
        Assert.Equal(Strings(c, "input_names"), model.input_names);
        Assert.Equal(Strings(c, "output_names"), model.output_names);
        GoldenConfig.Same(c.GetProperty("input_shape"), GoldenNests.Config(model.input_shapes), "input_shape");
        GoldenConfig.Same(c.GetProperty("output_shape"), GoldenNests.Config(model.output_shapes), "output_shape");
        Assert.Equal(Strings(c, "output_dtypes"), model.outputs.Select(y => y.dtype.Name()));
        Assert.Equal(c.GetProperty("count_params").GetInt32(), model.count_params());
    }

    private static void CheckSummaries(JsonElement c, Functional model)
    {
        foreach (var summary in c.GetProperty("summaries").EnumerateArray())
        {
            using var output = new StringWriter();
            using (PythonConsole.Redirect(output))
            {
                Summary.GoldenSummaryTests.Print(model, summary.GetProperty("args"), print_fn: null);
            }

            Assert.Equal(summary.GetProperty("text").GetString()!, output.ToString());
        }
    }

    private static void SetWeights(JsonElement c, Functional model)
    {
        var weights = c.GetProperty("weights").EnumerateArray().ToArray();
        var trainable = model.trainable_weights;
        Assert.Equal(
            weights.Select(w => (w.GetProperty("name").GetString(), w.GetProperty("trainable").GetBoolean())),
            model.weights.Select(w => ((string?)w.name.Split(':')[0], trainable.Contains(w))));
        model.set_weights([.. weights.Select(w => new GoldenArray(w.GetProperty("array")).ToNDArray())]);
    }

    private static IEnumerable<string> Strings(JsonElement c, string property) => c.GetProperty(property).EnumerateArray().Select(s => s.GetString()!);
}
