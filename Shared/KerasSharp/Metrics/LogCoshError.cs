namespace KerasSharp.Metrics;

/// <summary>
/// The mean of log(cosh(difference)).
/// Source: <see href="https://keras.io/api/metrics/regression_metrics/#logcosherror-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.LogCoshError")]
public sealed class LogCoshError(string? name = "logcosh", string? dtype = null)
    : MeanMetricWrapper(keras.losses.log_cosh, name, dtype, nameof(keras.losses.log_cosh), []);
