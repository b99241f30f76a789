using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// Half the square of a difference up to delta, a straight line beyond: less moved by outliers than the square.
/// Source: <see href="https://keras.io/api/losses/regression_losses/#huber-class"/>.
/// </summary>
/// <param name="delta">Where the square becomes a line.</param>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.Huber")]
public sealed class Huber(double delta = 1.0, string reduction = "auto", string? name = "huber_loss") : LossFunctionWrapper(
    (y_true, y_pred) => keras.losses.huber(y_true, y_pred, delta),
    reduction, name, nameof(keras.losses.huber), new() { ["delta"] = delta })
{
    /// <summary>Half the square of a difference up to <paramref name="delta"/>, a straight line beyond; the mean over the last axis.</summary>
    /// <param name="y_true">The truth, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <param name="delta">Where the square becomes a line.</param>
    /// <returns>The loss of each sample, (batch, …).</returns>
    [KerasExport("keras.losses.huber")]
    [KerasName("keras.losses.huber_loss")]
    internal static Tensor huber(Tensor y_true, Tensor y_pred, double delta = 1.0)
    {
        var error = y_pred - keras.ops.cast(y_true, "float32");
        var distance = keras.ops.abs(error);
        var limit = (float)delta;
        var near = keras.ops.less_equal(distance, Tensor.ScalarBeside(distance, limit));
        return keras.ops.mean(keras.ops.where(near, 0.5f * keras.ops.square(error), (limit * distance) - (0.5f * limit * limit)), -1);
    }
}
