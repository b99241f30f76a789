namespace KerasSharp.Metrics;

/// <summary>
/// 100 times the mean of absolute differences relative to the truth.
/// Source: <see href="https://keras.io/api/metrics/regression_metrics/#meanabsolutepercentageerror-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.MeanAbsolutePercentageError")]
public sealed class MeanAbsolutePercentageError(string? name = "mean_absolute_percentage_error", string? dtype = null)
    : MeanMetricWrapper(keras.losses.mean_absolute_percentage_error, name, dtype, nameof(keras.losses.mean_absolute_percentage_error), []);
