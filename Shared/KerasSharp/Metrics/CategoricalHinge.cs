namespace KerasSharp.Metrics;

/// <summary>
/// The mean of max(1 + largest wrong prediction - right prediction, 0); labels are one-hot.
/// Source: <see href="https://keras.io/api/metrics/hinge_metrics/#categoricalhinge-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.CategoricalHinge")]
public sealed class CategoricalHinge(string? name = "categorical_hinge", string? dtype = null)
    : MeanMetricWrapper(keras.losses.categorical_hinge, name, dtype, nameof(keras.losses.categorical_hinge), []);
