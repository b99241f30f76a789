namespace KerasSharp.Metrics;

/// <summary>
/// The mean of max(1 - y_true · y_pred, 0)²; labels are -1 and 1, or 0 and 1.
/// Source: <see href="https://keras.io/api/metrics/hinge_metrics/#squaredhinge-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.SquaredHinge")]
public sealed class SquaredHinge(string? name = "squared_hinge", string? dtype = null)
    : MeanMetricWrapper(keras.losses.squared_hinge, name, dtype, nameof(keras.losses.squared_hinge), []);
