using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// max(1 + largest prediction of a wrong class - prediction of the true class, 0). Labels are one-hot.
/// Source: <see href="https://keras.io/api/losses/hinge_losses/#categoricalhinge-class"/>.
/// </summary>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.CategoricalHinge")]
public sealed class CategoricalHinge(string reduction = "auto", string? name = "categorical_hinge")
    : LossFunctionWrapper(keras.losses.categorical_hinge, reduction, name, nameof(keras.losses.categorical_hinge), [])
{
    /// <summary>max(1 + largest prediction of a wrong class - prediction of the true class, 0). Labels are one-hot.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <returns>The loss of each sample, (batch, …).</returns>
    [KerasExport("keras.losses.categorical_hinge")]
    [KerasName("keras.metrics.categorical_hinge")]
    internal static Tensor categorical_hinge(Tensor y_true, Tensor y_pred)
    {
        (y_true, y_pred) = LossesUtils.OfOneType(y_true, y_pred);
        var right = tf.reduce_sum(y_true * y_pred, -1);
        var wrong = tf.reduce_max((1.0 - y_true) * y_pred, -1);
        return tf.maximum(wrong - right + 1.0, 0.0);
    }
}
