using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The mean of log(cosh(difference)), over the last axis: like a square near 0, like a distance far away.
/// Source: <see href="https://keras.io/api/losses/regression_losses/#logcosh-class"/>.
/// </summary>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.LogCosh")]
public sealed class LogCosh(string reduction = "auto", string? name = "log_cosh")
    : LossFunctionWrapper(keras.losses.log_cosh, reduction, name, nameof(keras.losses.log_cosh), [])
{
    /// <summary>The mean of log(cosh(difference)), over the last axis: like a square near 0, like a distance far away.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <returns>The loss of each sample, (batch, …).</returns>
    [KerasExport("keras.losses.log_cosh", "keras.losses.logcosh", "keras.metrics.log_cosh", "keras.metrics.logcosh")]
    internal static Tensor log_cosh(Tensor y_true, Tensor y_pred)
    {
        (y_true, y_pred) = LossesUtils.OfOneType(y_true, y_pred);
        var x = y_pred - y_true;
        return tf.reduce_mean(x + tf.math.softplus(-2.0 * x) - MathF.Log(2), -1);
    }
}
