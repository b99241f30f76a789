namespace KerasSharp.Metrics;

/// <summary>
/// The mean Kullback-Leibler divergence of predictions from the truth.
/// Source: <see href="https://keras.io/api/metrics/probabilistic_metrics/#kldivergence-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.KLDivergence")]
public sealed class KLDivergence(string? name = "kullback_leibler_divergence", string? dtype = null)
    : MeanMetricWrapper(keras.losses.kl_divergence, name, dtype, nameof(keras.losses.kl_divergence), []);
