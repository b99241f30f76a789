using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;

namespace KerasSharp.Saving.LegacyH5;

/// <summary>Compiles a model as a file's <c>training_config</c> says.</summary>
internal static class TrainingConfig
{
    public static void Compile(Model model, Config config)
    {
        var optimizer = keras.optimizers.deserialize(config.GetValueOrDefault("optimizer_config")
            ?? throw new ValueError($"The training configuration has no entry 'optimizer_config'. Received: {string.Join(", ", config.Keys)}"));
        model.compile(
            optimizer: optimizer,
            loss: ToLosses(config.GetValueOrDefault("loss")),
            metrics: ToMetrics(WithoutOutputs(config.GetValueOrDefault("metrics"), model.output_names)),
            loss_weights: ToFactors(config.GetValueOrDefault("loss_weights")),
            weighted_metrics: ToMetrics(WithoutOutputs(config.GetValueOrDefault("weighted_metrics"), model.output_names)));
    }

    private static LossNest? ToLosses(object? config) => config switch
    {
        null => null,
        IReadOnlyList<object?> items => LossNest.Create([.. items.Select(ToLosses)]),
        Config byOutput when !byOutput.ContainsKey("class_name") => new(Nest.Dictionary(
            byOutput.Select(p => KeyValuePair.Create(p.Key, ToLosses(p.Value)?.Nest ?? new Nest<Loss?>((Loss?)null))))),
        _ => ToLoss(config),
    };

    private static Loss ToLoss(object config)
        => config is string name && CustomObjects.FindFunction<Func<Tensor, Tensor, Tensor>>(name) is { } function ? function : keras.losses.deserialize(config);

    // Of several outputs Keras writes metrics with the output's name in front, which compile puts there again.
    private static object? WithoutOutputs(object? config, IReadOnlyList<string>? outputs)
    {
        if (config is not IReadOnlyList<object?> lists || outputs is null || outputs.Count < 2 || lists.Count != outputs.Count)
        {
            return config;
        }

        return lists.Select((list, i) => list is IReadOnlyList<object?> metrics ? metrics.Select(metric => Renamed(metric, outputs[i])).ToList() : list).ToList();
    }

    private static object? Renamed(object? metric, string output)
        => metric is Config described && described.GetValueOrDefault("config") is Config arguments && arguments.GetValueOrDefault("name") is string name
            && name.StartsWith(output + "_", StringComparison.Ordinal)
            ? new Config(described) { ["config"] = new Config(arguments) { ["name"] = name[(output.Length + 1)..] } } : metric;

    // Metrics are a list, a list of lists, one per output, or a dictionary by the outputs' names.
    private static MetricNest? ToMetrics(object? config) => config switch
    {
        null => null,
        IReadOnlyList<object?> { Count: 1 } items when items[0] is IReadOnlyList<object?> only => ToMetrics(only),
        IReadOnlyList<object?> items => MetricNest.Create([.. items.Select(ToMetrics)]),
        Config byOutput when !byOutput.ContainsKey("class_name") => new(Nest.Dictionary(
            byOutput.Select(p => KeyValuePair.Create(p.Key, ToMetrics(p.Value)?.Nest ?? new Nest<MetricIdentifier?>((MetricIdentifier?)null))))),
        _ => ToMetric(config),
    };

    private static MetricIdentifier ToMetric(object config)
    {
        if (config is string name)
        {
            return CustomObjects.FindFunction<Func<Tensor, Tensor, Tensor>>(name) is { } given ? given : name;
        }

        if (config is Config { } wrapper && wrapper.GetValueOrDefault("config") is Config arguments && arguments.GetValueOrDefault("fn") is string fn
            && CustomObjects.FindFunction<Func<Tensor, Tensor, Tensor>>(fn) is { } function)
        {
            return new MeanMetricWrapper(function, arguments.GetValueOrDefault("name") as string);
        }

        return keras.metrics.deserialize(config);
    }

    private static LossWeights? ToFactors(object? config) => config switch
    {
        null => null,
        long or double => Convert.ToDouble(config),
        IReadOnlyList<object?> { Count: 1 } items => ToFactors(items[0]),
        IReadOnlyList<object?> items => LossWeights.Create([.. items.Select(ToFactors)]),
        Config byOutput => new(Nest.Dictionary(byOutput.Select(p => KeyValuePair.Create(p.Key, ToFactors(p.Value)?.Nest ?? new Nest<double?>((double?)null))))),
        _ => throw new ValueError($"Could not interpret loss weights: {config}"),
    };
}
