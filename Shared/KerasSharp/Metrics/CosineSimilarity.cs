using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp.Metrics;

/// <summary>
/// The mean cosine of the angle between truth and prediction: 1 where they point the same way.
/// Source: <see href="https://keras.io/api/metrics/regression_metrics/#cosinesimilarity-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
/// <param name="axis">The axis of the vectors.</param>
[KerasExport("keras.metrics.CosineSimilarity")]
public sealed class CosineSimilarity(string? name = "cosine_similarity", string? dtype = null, int axis = -1)
    : MeanMetricWrapper(
        (y_true, y_pred) => keras.metrics.cosine_similarity(y_true, y_pred, axis: axis),
        name, dtype, nameof(keras.metrics.cosine_similarity), new() { ["axis"] = axis })
{
    /// <summary>The cosine of the angle between truth and prediction; 0 for a zero vector. (The loss of the same name is its negative.)</summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    /// <param name="axis">The axis of the vectors.</param>
    /// <returns>The shape without the axis.</returns>
    [KerasExport("keras.metrics.cosine_similarity")]
    internal static Tensor cosine_similarity(Tensor y_true, Tensor y_pred, int axis = -1)
        => keras.ops.sum(LossesUtils.UnitVectors(keras.ops.cast(y_true, "float32"), axis) * LossesUtils.UnitVectors(y_pred, axis), axis);
}
