using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// 100 times the mean of absolute differences relative to the truth, over the last axis. Where the truth is 0, relative to 1e-7.
/// Source: <see href="https://keras.io/api/losses/regression_losses/#meanabsolutepercentageerror-class"/>.
/// </summary>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.MeanAbsolutePercentageError")]
public sealed class MeanAbsolutePercentageError(string reduction = "auto", string? name = "mean_absolute_percentage_error")
    : LossFunctionWrapper(keras.losses.mean_absolute_percentage_error, reduction, name, nameof(keras.losses.mean_absolute_percentage_error), [])
{
    /// <summary>100 times the mean of absolute differences relative to the truth, over the last axis. Where the truth is 0, relative to 1e-7.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <returns>The loss of each sample, (batch, …).</returns>
    [KerasExport(
        "keras.losses.mean_absolute_percentage_error", "keras.losses.MAPE", "keras.losses.mape", "keras.metrics.mean_absolute_percentage_error",
        "keras.metrics.MAPE", "keras.metrics.mape")]
    internal static Tensor mean_absolute_percentage_error(Tensor y_true, Tensor y_pred)
    {
        (y_true, y_pred) = LossesUtils.OfOneType(y_true, y_pred);
        var relative = tf.abs((y_true - y_pred) / tf.maximum(tf.abs(y_true), keras.backend.epsilon()));
        return 100.0 * tf.reduce_mean(relative, -1);
    }
}
