using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Metrics;
using KerasSharp.Models;
using KerasSharp.Saving;
using KerasSharp.TestSupport;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Trainings;

/// <summary>
/// The models of functional.json's trainings. What has a configuration is made of it, with C# twins of the user's classes in it; what has
/// none is made by a twin of its code.
/// </summary>
internal static partial class TrainingTwins
{
    // The user's classes of a case, by the names that the configuration has for them.
    private static readonly Dictionary<string, Dictionary<string, object>> Classes = new()
    {
        ["train_step by compute_loss and compute_metrics"] = Custom<ByComputeLoss>(),
        ["train_step that updates all metrics in a loop"] = Custom<MetricsInALoop>(),
        ["train_step with compiled_loss and compiled_metrics"] = Custom<ByCompiledLoss>(),
        ["train_step without compile's loss, own metrics"] = Custom<OwnTrackers>(),
        ["predict_step"] = Custom<Doubled>(),
        ["a gradient penalty in train_step"] = Custom<GradientPenalty>(),
        ["clipped gradients and an accumulated step"] = Custom<Accumulated>(),
        ["a layer that calls add_loss and add_metric"] = new() { ["Sparse"] = typeof(Sparse) },
        ["an own layer with weights and get_config"] = new() { ["golden>Scale"] = typeof(Scale) },
        ["a layer of layers in lists and dictionaries"] = new() { ["Block"] = typeof(Block) },
    };

    private static readonly Dictionary<string, Func<Model>> Models = new()
    {
        ["own metrics that are not in the property metrics"] = () => Chain((x, y) => new Tracked(x, y, "custom")),
        ["compute_loss"] = () => Chain((x, y) => new OwnLoss(x, y, "custom")),
        ["compute_metrics"] = () => Chain((x, y) => new OwnMetrics(x, y, "custom")),
        ["a subclassed model"] = () => new MLP(),
        ["a subclassed model with a list of outputs"] = () => new Unnamed(),
        ["a subclassed model with a dictionary of outputs"] = () => new ByName(),
        ["models inside of a subclassed model"] = () => new Auto(),
        ["a GAN with two optimizers"] = () => new GAN(),
        ["distillation: a frozen teacher in a field"] = () => new Distiller(),
        ["one weight that no gradient reaches"] = () => new Partly(),
    };

    /// <summary>The reason why a case cannot run yet; null if it can.</summary>
    public static string? WaitsFor(string name, JsonElement c) => Models.ContainsKey(name) ? null
        : HasGraph(c.GetProperty("config")) ? GoldenModels.WaitsFor(c.GetProperty("config"), Classes.GetValueOrDefault(name)?.Values.Select(type => ((Type)type).Name))
        : "no C# twin of the model yet";

    /// <summary>The model of a case.</summary>
    public static Model Create(string name, JsonElement c) => Models.TryGetValue(name, out var create) ? create()
        : keras.models.model_from_config((Config)GoldenArguments.Value(c.GetProperty("config"))!, Classes.GetValueOrDefault(name));

    private static bool HasGraph(JsonElement config) => config.ValueKind == JsonValueKind.Object && config.GetProperty("config").TryGetProperty("layers", out _);

    private static Dictionary<string, object> Custom<T>() => new() { ["Custom"] = typeof(T) };

    private static Model Chain(Func<Tensor, Tensor, Model> create)
    {
        var a = keras.Input(3, name: "a");
        var h = Dense(4, activation: "tanh", name: "h").apply(a);
        return create(a, Dense(1, name: "y").apply(h));
    }

    private static Logs Shown(IEnumerable<Metric> metrics)
    {
        var logs = new Logs();
        foreach (var metric in metrics)
        {
            logs[metric.name] = metric.result();
        }

        return logs;
    }
}
