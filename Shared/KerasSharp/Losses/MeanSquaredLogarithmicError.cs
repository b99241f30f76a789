using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The mean of squared differences of log(1 + x), over the last axis. Values below 1e-7 count as 1e-7.
/// Source: <see href="https://keras.io/api/losses/regression_losses/#meansquaredlogarithmicerror-class"/>.
/// </summary>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.MeanSquaredLogarithmicError")]
public sealed class MeanSquaredLogarithmicError(string reduction = "auto", string? name = "mean_squared_logarithmic_error")
    : LossFunctionWrapper(keras.losses.mean_squared_logarithmic_error, reduction, name, nameof(keras.losses.mean_squared_logarithmic_error), [])
{
    /// <summary>The mean of squared differences of log(1 + x), over the last axis. Values below 1e-7 count as 1e-7.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <returns>The loss of each sample, (batch, …).</returns>
    [KerasExport(
        "keras.losses.mean_squared_logarithmic_error", "keras.losses.MSLE", "keras.losses.msle", "keras.metrics.mean_squared_logarithmic_error",
        "keras.metrics.MSLE", "keras.metrics.msle")]
    internal static Tensor mean_squared_logarithmic_error(Tensor y_true, Tensor y_pred)
    {
        (y_true, y_pred) = LossesUtils.OfOneType(y_true, y_pred);
        var predicted = tf.math.log(tf.maximum(y_pred, keras.backend.epsilon()) + 1.0);
        var actual = tf.math.log(tf.maximum(y_true, keras.backend.epsilon()) + 1.0);
        return tf.reduce_mean(tf.math.squared_difference(predicted, actual), -1);
    }
}
