using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The Kullback-Leibler divergence sum(y_true · log(y_true / y_pred)), over the last axis. Probabilities below 1e-7 count as 1e-7.
/// Source: <see href="https://keras.io/api/losses/probabilistic_losses/#kldivergence-class"/>.
/// </summary>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.KLDivergence")]
public sealed class KLDivergence(string reduction = "auto", string? name = "kl_divergence")
    : LossFunctionWrapper(keras.losses.kl_divergence, reduction, name, nameof(keras.losses.kl_divergence), [])
{
    /// <summary>The Kullback-Leibler divergence sum(y_true · log(y_true / y_pred)), over the last axis. Probabilities below 1e-7 count as 1e-7.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <returns>The loss of each sample, (batch, …).</returns>
    [KerasExport(
        "keras.losses.kl_divergence", "keras.losses.KLD", "keras.losses.kld", "keras.losses.kullback_leibler_divergence", "keras.metrics.kl_divergence",
        "keras.metrics.KLD", "keras.metrics.kld", "keras.metrics.kullback_leibler_divergence")]
    internal static Tensor kl_divergence(Tensor y_true, Tensor y_pred)
    {
        (y_true, y_pred) = LossesUtils.OfOneType(y_true, y_pred);
        y_true = tf.clip_by_value(y_true, keras.backend.epsilon(), 1);
        y_pred = tf.clip_by_value(y_pred, keras.backend.epsilon(), 1);
        return tf.reduce_sum(y_true * tf.math.log(y_true / y_pred), -1);
    }
}
