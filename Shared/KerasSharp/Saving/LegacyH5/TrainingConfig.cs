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
            loss: config.GetValueOrDefault("loss") is { } loss ? ToLoss(loss) : null,
            metrics: ToMetrics(config.GetValueOrDefault("metrics")),
            loss_weights: ToFactor(config.GetValueOrDefault("loss_weights")),
            weighted_metrics: ToMetrics(config.GetValueOrDefault("weighted_metrics")));
    }

    private static Loss ToLoss(object config) => config switch
    {
        string name when CustomObjects.FindFunction<Func<Tensor, Tensor, Tensor>>(name) is { } function => function,
        string or Config { Count: > 0 } when config is string || ((Config)config).ContainsKey("class_name") => keras.losses.deserialize(config),
        _ => throw new NotImplementedError("Several losses, one per output, are not supported: a Sequential model has one output."),
    };

    // Metrics are a list, or a list of lists, one per output.
    private static List<MetricIdentifier>? ToMetrics(object? config) => config switch
    {
        null => null,
        IReadOnlyList<object?> items => [.. items.SelectMany(item => item is IReadOnlyList<object?> inner ? inner : [item]).OfType<object>().Select(ToMetric)],
        _ => throw new NotImplementedError("Metrics by the names of several outputs are not supported: a Sequential model has one output."),
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

    private static float? ToFactor(object? config) => config switch
    {
        null => null,
        long or double => Convert.ToSingle(config),
        IReadOnlyList<object?> { Count: 1 } items => ToFactor(items[0]),
        _ => throw new NotImplementedError("Several loss weights, one per output, are not supported: a Sequential model has one output."),
    };
}
