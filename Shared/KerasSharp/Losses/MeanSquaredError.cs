using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The mean of squared differences, over the last axis.
/// Source: <see href="https://keras.io/api/losses/regression_losses/#meansquarederror-class"/>.
/// </summary>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.MeanSquaredError")]
public sealed class MeanSquaredError(string reduction = "auto", string? name = "mean_squared_error")
    : LossFunctionWrapper(keras.losses.mean_squared_error, reduction, name, nameof(keras.losses.mean_squared_error), [])
{
    /// <summary>The mean of squared differences, over the last axis.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <returns>The loss of each sample, (batch, …).</returns>
    [KerasExport(
        "keras.losses.mean_squared_error", "keras.losses.MSE", "keras.losses.mse", "keras.metrics.mean_squared_error", "keras.metrics.MSE",
        "keras.metrics.mse")]
    internal static Tensor mean_squared_error(Tensor y_true, Tensor y_pred)
    {
        (y_true, y_pred) = LossesUtils.OfOneType(y_true, y_pred);
        return tf.reduce_mean(tf.math.squared_difference(y_pred, y_true), -1);
    }
}
