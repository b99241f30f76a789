using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using KerasSharp.Models.Training;

namespace KerasSharp.Saving.LegacyH5;

/// <summary>The two JSON texts of a legacy file: what the model is, and what it is trained with.</summary>
internal static class LegacyConfig
{
    /// <summary><c>{"class_name", "config"}</c> of a model. Its layers are written as before Keras 2.13: only class and configuration; those of models inside it as today.</summary>
    public static Config OfModel(Model model) => new()
    {
        ["class_name"] = model.GetType().Name,
        ["config"] = WithLegacyLayers(model.get_config()),
    };

    /// <summary>Loss, metrics and optimizer of a compiled model.</summary>
    public static Config OfTraining(Model model) => new()
    {
        ["loss"] = OfNest(model.compiled_loss!.Given?.Nest, OfLoss),
        ["metrics"] = OfMetrics(model, of => of.Given, of => of.Metrics),
        ["weighted_metrics"] = OfMetrics(model, of => of.GivenWeighted, of => of.WeightedMetrics),
        ["loss_weights"] = OfNest(model.compiled_loss.GivenWeights?.Nest, w => w),
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
        return copy;
    }

    private static object? OfNest<T>(Nest<T>? nest, Func<T, object?> write) => nest is null ? null
        : nest.IsLeaf ? write(nest.Value)
        : nest.IsList ? nest.Items.Select(item => OfNest(item, write)).ToList()
        : nest.Keys.Aggregate(new Config(), (config, key) =>
        {
            config[key] = OfNest(nest[key], write);
            return config;
        });

    // A string stays what the user gave; a function is written by its name.
    private static object? OfLoss(Loss? loss) => loss is null ? null : keras.losses.serialize(loss) switch
    {
        Config config => Legacy(config),
        var name => name,
    };

    // One list per output of the model.
    private static List<object?>? OfMetrics(
        Model model, Func<CompiledMetrics, MetricNest?> given, Func<CompiledMetrics, IReadOnlyList<IReadOnlyList<Metric>>> built)
    {
        var compiled = model.compiled_metrics!;
        if (given(compiled) is null)
        {
            return null;
        }

        if (!compiled.IsBuilt)
        {
            // What "accuracy" means follows from the labels; before the first batch Keras takes the outputs' shape for theirs.
            compiled = new CompiledMetrics(compiled.Given, compiled.GivenWeighted, model.output_names);
            var outputs = model.output_shapes!.map(_ => keras.ops.zeros(1));
            compiled.Build(outputs, [.. model.output_shapes!.flatten().Select(shape => (shape, shape))]);
        }

        return [.. built(compiled).Select(metrics => metrics.Select(metric => (object?)Legacy(ObjectRegistry.Serialize(metric)!)).ToList())];
    }

    private static bool IsOurs(object instance) => instance.GetType().Assembly == typeof(LegacyConfig).Assembly;
}
