namespace KerasSharp.Metrics;

/// <summary>
/// The mean of Poisson's loss.
/// Source: <see href="https://keras.io/api/metrics/probabilistic_metrics/#poisson-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.Poisson")]
public sealed class Poisson(string? name = "poisson", string? dtype = null)
    : MeanMetricWrapper(keras.losses.poisson, name, dtype, nameof(keras.losses.poisson), []);
