namespace KerasSharp.Metrics;

/// <summary>
/// The mean of absolute differences.
/// Source: <see href="https://keras.io/api/metrics/regression_metrics/#meanabsoluteerror-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.MeanAbsoluteError")]
public sealed class MeanAbsoluteError(string? name = "mean_absolute_error", string? dtype = null)
    : MeanMetricWrapper(keras.losses.mean_absolute_error, name, dtype, nameof(keras.losses.mean_absolute_error), []);
