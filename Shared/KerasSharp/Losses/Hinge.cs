using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The mean of max(1 - y_true · y_pred, 0), over the last axis. Labels are -1 and 1; 0 and 1 are taken as such.
/// Source: <see href="https://keras.io/api/losses/hinge_losses/#hinge-class"/>.
/// </summary>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.Hinge")]
public sealed class Hinge(string reduction = "auto", string? name = "hinge")
    : LossFunctionWrapper(keras.losses.hinge, reduction, name, nameof(keras.losses.hinge), [])
{
    /// <summary>The mean of max(1 - y_true · y_pred, 0), over the last axis. Labels are -1 and 1; 0 and 1 are taken as such.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <returns>The loss of each sample, (batch, …).</returns>
    [KerasExport("keras.losses.hinge", "keras.metrics.hinge")]
    internal static Tensor hinge(Tensor y_true, Tensor y_pred)
        => keras.ops.mean(keras.ops.relu(1f - (LossesUtils.SignedLabels(y_true) * y_pred)), -1);
}
