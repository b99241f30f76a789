using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class losses
        {
            /// <summary>The Kullback-Leibler divergence sum(y_true · log(y_true / y_pred)), over the last axis. Probabilities below 1e-7 count as 1e-7.</summary>
            /// <param name="y_true">The truth, (batch, …, d).</param>
            /// <param name="y_pred">Predictions of the same shape, float32.</param>
            /// <returns>The loss of each sample, (batch, …).</returns>
            public static Tensor kl_divergence(Tensor y_true, Tensor y_pred)
            {
                y_true = ops.clip(ops.cast(y_true, "float32"), LossesUtils.Epsilon, 1);
                y_pred = ops.clip(y_pred, LossesUtils.Epsilon, 1);
                return ops.sum(y_true * ops.log(y_true / y_pred), -1);
            }

            /// <summary>The Kullback-Leibler divergence sum(y_true · log(y_true / y_pred)), over the last axis. Probabilities below 1e-7 count as 1e-7.</summary>
            /// <inheritdoc cref="Losses.KLDivergence(string, string?)"/>
            public static Losses.KLDivergence KLDivergence(string reduction = "auto", string? name = "kl_divergence") => new(reduction, name);
        }
    }
}

namespace KerasSharp.Losses
{
    /// <summary>
    /// The Kullback-Leibler divergence sum(y_true · log(y_true / y_pred)), over the last axis. Probabilities below 1e-7 count as 1e-7.
    /// Source: <see href="https://keras.io/api/losses/probabilistic_losses/#kldivergence-class"/>.
    /// </summary>
    /// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
    /// <param name="name">The name.</param>
    public sealed class KLDivergence(string reduction = "auto", string? name = "kl_divergence")
        : LossFunctionWrapper(keras.losses.kl_divergence, reduction, name, nameof(keras.losses.kl_divergence), []);
}
