using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>
/// How often the true class is among the k largest predictions; labels are one-hot.
/// Source: <see href="https://keras.io/api/metrics/accuracy_metrics/#topkcategoricalaccuracy-class"/>.
/// </summary>
/// <param name="k">How many predictions count.</param>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.TopKCategoricalAccuracy")]
public sealed class TopKCategoricalAccuracy(int k = 5, string? name = "top_k_categorical_accuracy", string? dtype = null)
    : MeanMetricWrapper(
        (y_true, y_pred) => keras.metrics.top_k_categorical_accuracy(y_true, y_pred, k: k),
        name, dtype, nameof(keras.metrics.top_k_categorical_accuracy), new() { ["k"] = k })
{
    /// <summary>1 where the true class is among the k largest predictions, else 0; labels are one-hot.</summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    /// <param name="k">How many predictions count; all that tie with the last do too.</param>
    /// <returns>The shape without its last axis.</returns>
    [KerasExport("keras.metrics.top_k_categorical_accuracy")]
    internal static Tensor top_k_categorical_accuracy(Tensor y_true, Tensor y_pred, int k = 5)
        => keras.metrics.sparse_top_k_categorical_accuracy(keras.ops.argmax(keras.ops.cast(y_true, "float32"), -1), y_pred, k);
}
