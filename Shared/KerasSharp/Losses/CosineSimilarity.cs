using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The negative cosine of the angle between truth and prediction.
/// Source: <see href="https://keras.io/api/losses/regression_losses/#cosinesimilarity-class"/>.
/// </summary>
/// <param name="axis">The axis of the vectors.</param>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.CosineSimilarity")]
public sealed class CosineSimilarity(int axis = -1, string reduction = "auto", string? name = "cosine_similarity") : LossFunctionWrapper(
    (y_true, y_pred) => keras.losses.cosine_similarity(y_true, y_pred, axis),
    reduction, name, nameof(keras.losses.cosine_similarity), new() { ["axis"] = axis })
{
    /// <summary>The negative cosine of the angle between truth and prediction: -1 where they point the same way; 0 for a zero vector.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <param name="axis">The axis of the vectors.</param>
    /// <returns>The loss of each sample: the shape without the axis.</returns>
    [KerasExport("keras.losses.cosine_similarity")]
    internal static Tensor cosine_similarity(Tensor y_true, Tensor y_pred, int axis = -1)
        => -keras.ops.sum(LossesUtils.UnitVectors(keras.ops.cast(y_true, "float32"), axis) * LossesUtils.UnitVectors(y_pred, axis), axis);
}
