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
        var labels = SparseLabels.Read(y_true, y_pred);
        var (scores, classes) = (y_pred.ToArray<float>(), y_pred.dim(-1));
        var hits = new float[labels.Length];
        for (var i = 0; i < hits.Length; i++)
        {
            var row = scores.AsSpan(i * classes, classes);
            var (larger, finite) = (0, true);
            foreach (var score in row)
            {
                larger += score > row[labels[i]] ? 1 : 0;
                finite &= float.IsFinite(score);
            }

            hits[i] = finite && larger < k ? 1 : 0;
        }

        return Tensor.From<float>(hits, y_true.DimsArray);
    }
}
