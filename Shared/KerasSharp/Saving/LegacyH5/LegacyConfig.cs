using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using KerasSharp.Models.Training;

namespace KerasSharp.Saving.LegacyH5;

/// <summary>The two JSON texts of a legacy file: what the model is, and what it is trained with.</summary>
internal static class LegacyConfig
{
    /// <summary><c>{"class_name", "config"}</c> of a model. Its layers are written as before Keras 2.13: only class and configuration.</summary>
    public static Config OfModel(Model model) => new()
    {
        ["class_name"] = model.GetType().Name,
        ["config"] = WithLegacyLayers(model.get_config()),
    };

    /// <summary>Loss, metrics and optimizer of a compiled model.</summary>
    public static Config OfTraining(Model model) => new()
    {
        ["loss"] = OfLoss(model.CompiledLoss!.Loss),
        ["metrics"] = OfMetrics(model, of => of.Given, of => of.Metrics),
        ["weighted_metrics"] = OfMetrics(model, of => of.GivenWeighted, of => of.WeightedMetrics),
        ["loss_weights"] = model.CompiledLoss.LossWeights,
        ["optimizer_config"] = new Config
        {
            // Keras registers its optimizers in the package of custom objects, and they are known by that name.
            ["class_name"] = (IsOurs(model.optimizer) ? "Custom>" : "") + model.optimizer.GetType().Name,
            ["config"] = model.optimizer.get_config(),
        },
    };

    private static Config WithLegacyLayers(Config config)
    {
        var copy = new Config(config);
        if (copy.GetValueOrDefault("layers") is IEnumerable<object?> layers)
        {
            copy["layers"] = layers.Select(layer => (object?)Legacy((Config)layer!)).ToList();
        }

        return copy;
    }

    private static Config Legacy(Config layer)
    {
        var copy = new Config(layer);
        copy.Remove("module");
        copy.Remove("registered_name");
        copy.Remove("build_config");
        copy["class_name"] = layer.GetValueOrDefault("registered_name") ?? layer["class_name"];
        copy["config"] = WithLegacyLayers((Config)layer["config"]!);
        return copy;
    }

    // A string stays what the user gave; a function is written by its name.
    private static object? OfLoss(Loss? loss) => loss is null ? null : keras.losses.serialize(loss) switch
    {
        Config config => Legacy(config),
        var name => name,
    };

    // One list per output of the model, so a list of one list.
    private static List<object?>? OfMetrics(
        Model model, Func<CompiledMetrics, IReadOnlyList<MetricIdentifier>?> given, Func<CompiledMetrics, IReadOnlyList<Metric>> built)
    {
        var compiled = model.CompiledMetrics!;
        if (given(compiled) is null)
        {
            return null;
        }

        if (!compiled.IsBuilt)
        {
            // What "accuracy" means follows from the labels; before the first batch Keras takes the outputs' shape for theirs.
            compiled = new CompiledMetrics(compiled.Given, compiled.GivenWeighted);
            compiled.Build(model.output_shape, model.output_shape);
        }

        return [built(compiled).Select(metric => (object?)Legacy(ObjectRegistry.Serialize(metric)!)).ToList()];
    }

    private static bool IsOurs(object instance) => instance.GetType().Assembly == typeof(LegacyConfig).Assembly;
}
