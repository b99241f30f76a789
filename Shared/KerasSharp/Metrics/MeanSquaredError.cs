namespace KerasSharp.Metrics;

/// <summary>
/// The mean of squared differences.
/// Source: <see href="https://keras.io/api/metrics/regression_metrics/#meansquarederror-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.MeanSquaredError")]
public sealed class MeanSquaredError(string? name = "mean_squared_error", string? dtype = null)
    : MeanMetricWrapper(keras.losses.mean_squared_error, name, dtype, nameof(keras.losses.mean_squared_error), []);
