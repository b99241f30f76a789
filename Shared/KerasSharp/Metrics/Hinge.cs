namespace KerasSharp.Metrics;

/// <summary>
/// The mean of max(1 - y_true · y_pred, 0); labels are -1 and 1, or 0 and 1.
/// Source: <see href="https://keras.io/api/metrics/hinge_metrics/#hinge-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.Hinge")]
public sealed class Hinge(string? name = "hinge", string? dtype = null)
    : MeanMetricWrapper(keras.losses.hinge, name, dtype, nameof(keras.losses.hinge), []);
