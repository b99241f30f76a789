using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using KerasSharp.Optimizers;
using KerasSharp.Saving;
using KerasSharp.TestSupport;
using KerasSharp.Tests.Models.Trainings;
using NumSharp;

namespace KerasSharp.Tests.Models;

/// <summary>Models, compile arguments, arrays and weights out of golden files.</summary>
internal static class GoldenModels
{
    /// <summary>The model of a <c>to_json()</c> object.</summary>
    public static Model Create(JsonElement config) => keras.models.model_from_config((Config)GoldenArguments.Value(config)!);

    /// <summary>The reason why a model cannot be made yet; null if it can.</summary>
    /// <param name="config">The <c>to_json()</c> object.</param>
    /// <param name="custom">Classes that the test has.</param>
    public static string? WaitsFor(JsonElement config, IEnumerable<string>? custom = null)
    {
        var kind = config.GetProperty("class_name").GetString();
        var known = custom?.ToList() ?? [];
        return kind is not ("Sequential" or "Functional" or "Model" or "Custom") ? $"no {kind} model yet"
            : config.GetProperty("config").GetProperty("layers").EnumerateArray()
                .Select(layer => layer.GetProperty("class_name").GetString() switch
                {
                    "InputLayer" or "AddLoss" or "AddMetric" => null,
                    "Sequential" or "Functional" => WaitsFor(layer, known),
                    "TFOpLambda" or "SlicingOpLambda" => WaitsForFunction(layer.GetProperty("config").GetProperty("function").GetString()!),
                    { } name when known.Contains(name) => null,
                    var name => GoldenArguments.Missing($"layers.{name}"),
                })
                .FirstOrDefault(reason => reason is not null);
    }

    private static string? WaitsForFunction(string function)
    {
        try
        {
            TfFunctions.Find(function);
            return null;
        }
        catch (ValueError)
        {
            return $"no tf.{function} yet";
        }
    }

    /// <summary>The reason why a <c>compile</c> entry cannot be followed yet; null if it can.</summary>
    public static string? WaitsForCompile(JsonElement compile) => GoldenArguments.Missing($"optimizers.{compile.GetProperty("optimizer").GetProperty("class_name").GetString()}");

    /// <summary>Compiles as an entry says: optimizer, loss, metrics, weighted metrics, loss weights.</summary>
    public static void Compile(Model model, JsonElement compile) => model.compile(
        optimizer: Optimizer(compile.GetProperty("optimizer")),
        loss: Losses(compile.GetProperty("loss")),
        metrics: Metrics(compile, "metrics"), weighted_metrics: Metrics(compile, "weighted_metrics"),
        loss_weights: GoldenFile.Has(compile, "loss_weights") ? TrainingArguments.Weights(compile.GetProperty("loss_weights")) : null);

    /// <summary>The optimizer of a serialized object, whatever module Keras writes.</summary>
    public static Optimizer Optimizer(JsonElement serialized) => (Optimizer)Object(serialized, "optimizers");

    /// <summary>An array of an object, or a dictionary of such by inputs or outputs; null if it is absent or null.</summary>
    public static Data? Data(JsonElement owner, string name) => GoldenFile.Has(owner, name) ? TrainingArguments.Data(owner.GetProperty(name)) : null;

    /// <summary>An array of an object; null if it is absent or null.</summary>
    public static NDArray? Array(JsonElement owner, string name) => GoldenFile.Has(owner, name) ? new GoldenArray(owner.GetProperty(name)).ToNDArray() : null;

    /// <summary>A list of numbers; a single one is a list of one.</summary>
    public static double[] Numbers(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Select(GoldenFile.Number)]
        : [GoldenFile.Number(list)];

    /// <summary>Sets the weights, which the file lists in the order of <c>model.weights</c>.</summary>
    public static void SetWeights(Model model, JsonElement weights) => model.set_weights([.. weights.EnumerateArray().Select(w => new GoldenArray(w).ToNDArray())]);

    /// <summary>Compares all weights.</summary>
    public static void CheckWeights(Model model, JsonElement weights, double tolerance)
    {
        Assert.Equal(weights.GetArrayLength(), model.weights.Count);
        foreach (var (want, got) in weights.EnumerateArray().Zip(model.weights))
        {
            Assert.Equal(want.GetProperty("name").GetString(), got.name.Split(':')[0]);
            new GoldenArray(want).Close(got.value.numpy(), tolerance, 0, got.name);
        }
    }

    private static LossNest Losses(JsonElement loss) => loss.ValueKind == JsonValueKind.String ? loss.GetString()!
        : loss.TryGetProperty("class_name", out _) ? (Loss)Object(loss, "losses")
        : loss.EnumerateObject().Aggregate(new LossNest(), (nest, p) =>
        {
            nest[p.Name] = Losses(p.Value);
            return nest;
        });

    private static MetricNest? Metrics(JsonElement compile, string name) => GoldenFile.Has(compile, name) ? Metrics(compile.GetProperty(name)) : null;

    private static MetricNest Metrics(JsonElement metrics) => metrics.ValueKind switch
    {
        JsonValueKind.String => metrics.GetString()!,
        JsonValueKind.Array => MetricNest.Create([.. metrics.EnumerateArray().Select(Metrics)]),
        _ when metrics.TryGetProperty("class_name", out _) => (Metric)Object(metrics, "metrics"),
        _ => metrics.EnumerateObject().Aggregate(new MetricNest(), (nest, p) =>
        {
            nest[p.Name] = Metrics(p.Value);
            return nest;
        }),
    };

    private static object Object(JsonElement serialized, string module)
    {
        var config = (Config)GoldenArguments.Value(serialized.GetProperty("config"))!;
        foreach (var name in (string[])["jit_compile", "is_legacy_optimizer", "fn"])
        {
            config.Remove(name); // what depends on the machine that computed the file, or says the class again
        }

        return ObjectRegistry.Create(module, serialized.GetProperty("class_name").GetString()!, config);
    }
}
