using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>
/// How often the largest prediction is that of the true class; labels are class numbers.
/// Source: <see href="https://keras.io/api/metrics/accuracy_metrics/#sparsecategoricalaccuracy-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.SparseCategoricalAccuracy")]
public sealed class SparseCategoricalAccuracy(string? name = "sparse_categorical_accuracy", string? dtype = null)
    : MeanMetricWrapper(keras.metrics.sparse_categorical_accuracy, name, dtype, nameof(keras.metrics.sparse_categorical_accuracy), [])
{
    /// <summary>
    /// 1 where the largest prediction is that of the true class, else 0; labels are class numbers, of equal predictions the first counts.
    /// </summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    /// <returns>The shape of the truth, without a last axis of length 1.</returns>
    [KerasExport("keras.metrics.sparse_categorical_accuracy")]
    internal static Tensor sparse_categorical_accuracy(Tensor y_true, Tensor y_pred)
    {
        int[] shape = y_true.DimsArray;
        var labels = keras.ops.cast(y_true.ndim == y_pred.ndim ? keras.ops.squeeze(y_true, -1) : y_true, "float32");
        var matches = keras.ops.cast(keras.ops.equal(labels, keras.ops.cast(keras.ops.argmax(y_pred, -1), "float32")), "float32");
        return keras.ops.reshape(matches, shape is [.., _, 1] ? shape[..^1] : shape);
    }
}
