using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>
/// How often the largest prediction is that of the true class; labels are one-hot.
/// Source: <see href="https://keras.io/api/metrics/accuracy_metrics/#categoricalaccuracy-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.CategoricalAccuracy")]
public sealed class CategoricalAccuracy(string? name = "categorical_accuracy", string? dtype = null)
    : MeanMetricWrapper(keras.metrics.categorical_accuracy, name, dtype, nameof(keras.metrics.categorical_accuracy), [])
{
    /// <summary>
    /// 1 where the largest prediction is that of the true class, else 0; labels are one-hot, of equal predictions the first counts.
    /// </summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    /// <returns>The shape without its last axis.</returns>
    [KerasExport("keras.metrics.categorical_accuracy")]
    internal static Tensor categorical_accuracy(Tensor y_true, Tensor y_pred)
        => keras.ops.cast(keras.ops.equal(keras.ops.argmax(keras.ops.cast(y_true, "float32"), -1), keras.ops.argmax(y_pred, -1)), "float32");
}
