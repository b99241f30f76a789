using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The mean of absolute differences, over the last axis.
/// Source: <see href="https://keras.io/api/losses/regression_losses/#meanabsoluteerror-class"/>.
/// </summary>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.MeanAbsoluteError")]
public sealed class MeanAbsoluteError(string reduction = "auto", string? name = "mean_absolute_error")
    : LossFunctionWrapper(keras.losses.mean_absolute_error, reduction, name, nameof(keras.losses.mean_absolute_error), [])
{
    /// <summary>The mean of absolute differences, over the last axis.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <returns>The loss of each sample, (batch, …).</returns>
    [KerasExport(
        "keras.losses.mean_absolute_error", "keras.losses.MAE", "keras.losses.mae", "keras.metrics.mean_absolute_error", "keras.metrics.MAE",
        "keras.metrics.mae")]
    internal static Tensor mean_absolute_error(Tensor y_true, Tensor y_pred)
    {
        (y_true, y_pred) = LossesUtils.OfOneType(y_true, y_pred);
        return tf.reduce_mean(tf.abs(y_pred - y_true), -1);
    }
}
