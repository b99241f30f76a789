namespace KerasSharp.Metrics;

/// <summary>
/// The mean of squared differences of log(1 + x).
/// Source: <see href="https://keras.io/api/metrics/regression_metrics/#meansquaredlogarithmicerror-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.MeanSquaredLogarithmicError")]
public sealed class MeanSquaredLogarithmicError(string? name = "mean_squared_logarithmic_error", string? dtype = null)
    : MeanMetricWrapper(keras.losses.mean_squared_logarithmic_error, name, dtype, nameof(keras.losses.mean_squared_logarithmic_error), []);
