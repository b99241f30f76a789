using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp.Metrics;

/// <summary>
/// How often the true class is among the k largest predictions; labels are class numbers.
/// Source: <see href="https://keras.io/api/metrics/accuracy_metrics/#sparsetopkcategoricalaccuracy-class"/>.
/// </summary>
/// <param name="k">How many predictions count.</param>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.SparseTopKCategoricalAccuracy")]
public sealed class SparseTopKCategoricalAccuracy(int k = 5, string? name = "sparse_top_k_categorical_accuracy", string? dtype = null)
    : MeanMetricWrapper(
        (y_true, y_pred) => keras.metrics.sparse_top_k_categorical_accuracy(y_true, y_pred, k: k),
        name, dtype, nameof(keras.metrics.sparse_top_k_categorical_accuracy), new() { ["k"] = k })
{
    /// <summary>
    /// 1 where the true class is among the k largest predictions, else 0; labels are class numbers. A row with a prediction that is not
    /// finite gives 0.
    /// </summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    /// <param name="k">How many predictions count; all that tie with the last do too.</param>
    /// <returns>One value per label.</returns>
    [KerasExport("keras.metrics.sparse_top_k_categorical_accuracy")]
    internal static Tensor sparse_top_k_categorical_accuracy(Tensor y_true, Tensor y_pred, int k = 5)
    {
        var isTrue = SparseLabels.OneHot(SparseLabels.Of(y_true, y_pred), y_pred);
        var score = keras.ops.sum(isTrue * y_pred, -1, keepdims: true);
        var larger = keras.ops.sum(keras.ops.cast(y_pred > score, "float32"), -1);
        var isFinite = keras.ops.max(keras.ops.abs(y_pred), -1) < float.PositiveInfinity;
        return keras.ops.reshape(keras.ops.cast((larger < k) & isFinite, "float32"), y_true.DimsArray);
    }
}
