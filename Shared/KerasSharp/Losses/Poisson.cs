using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The mean of y_pred - y_true · log(y_pred), over the last axis.
/// Source: <see href="https://keras.io/api/losses/probabilistic_losses/#poisson-class"/>.
/// </summary>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.Poisson")]
public sealed class Poisson(string reduction = "auto", string? name = "poisson")
    : LossFunctionWrapper(keras.losses.poisson, reduction, name, nameof(keras.losses.poisson), [])
{
    /// <summary>The mean of y_pred - y_true · log(y_pred), over the last axis.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <returns>The loss of each sample, (batch, …).</returns>
    [KerasExport("keras.losses.poisson", "keras.metrics.poisson")]
    internal static Tensor poisson(Tensor y_true, Tensor y_pred)
    {
        (y_true, y_pred) = LossesUtils.OfOneType(y_true, y_pred);
        return tf.reduce_mean(y_pred - (y_true * tf.math.log(y_pred + keras.backend.epsilon())), -1);
    }
}
