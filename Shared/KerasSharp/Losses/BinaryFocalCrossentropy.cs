using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// Binary cross-entropy in which hard samples weigh more (Lin et al. 2018).
/// Source: <see href="https://keras.io/api/losses/probabilistic_losses/#binaryfocalcrossentropy-class"/>.
/// </summary>
/// <param name="apply_class_balancing">Whether class 1 weighs <paramref name="alpha"/> and class 0 the rest to 1.</param>
/// <param name="alpha">The weight of class 1.</param>
/// <param name="gamma">How much less easy samples weigh; 0 gives the plain cross-entropy.</param>
/// <param name="from_logits">Whether predictions are logits, before any sigmoid.</param>
/// <param name="label_smoothing">In [0, 1]: how far labels are drawn towards 0.5.</param>
/// <param name="axis">The axis over which the mean is taken.</param>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.BinaryFocalCrossentropy")]
public sealed class BinaryFocalCrossentropy(
    bool apply_class_balancing = false, double alpha = 0.25, double gamma = 2.0, bool from_logits = false, double label_smoothing = 0.0,
    int axis = -1, string reduction = "auto", string? name = "binary_focal_crossentropy")
    : LossFunctionWrapper(
        (y_true, y_pred) => keras.losses.binary_focal_crossentropy(
            y_true, y_pred, apply_class_balancing, alpha, gamma, from_logits, label_smoothing, axis),
        reduction, name, nameof(keras.losses.binary_focal_crossentropy),
        new()
        {
            ["apply_class_balancing"] = apply_class_balancing,
            ["alpha"] = alpha,
            ["gamma"] = gamma,
            ["from_logits"] = from_logits,
            ["label_smoothing"] = label_smoothing,
            ["axis"] = axis,
        })
{
    /// <summary>Binary cross-entropy times (1 - p)^gamma, p being the probability given to the truth: hard samples weigh more.</summary>
    /// <param name="y_true">Labels 0 and 1, or probabilities, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <param name="apply_class_balancing">Whether class 1 weighs <paramref name="alpha"/> and class 0 the rest to 1.</param>
    /// <param name="alpha">The weight of class 1.</param>
    /// <param name="gamma">How much less easy samples weigh; 0 gives the plain cross-entropy.</param>
    /// <param name="from_logits">Whether predictions are logits, before any sigmoid.</param>
    /// <param name="label_smoothing">In [0, 1]: how far labels are drawn towards 0.5.</param>
    /// <param name="axis">The axis over which the mean is taken.</param>
    /// <returns>The loss of each sample: the shape without the axis.</returns>
    /// <exception cref="ValueError">The shapes differ.</exception>
    [KerasExport("keras.losses.binary_focal_crossentropy", "keras.metrics.binary_focal_crossentropy")]
    internal static Tensor binary_focal_crossentropy(
        Tensor y_true, Tensor y_pred, bool apply_class_balancing = false, double alpha = 0.25, double gamma = 2.0, bool from_logits = false,
        double label_smoothing = 0.0, int axis = -1)
    {
        y_true = LossesUtils.Smooth(keras.ops.cast(y_true, "float32"), label_smoothing, 0.5f);
        var p = from_logits ? keras.ops.sigmoid(y_pred) : y_pred;
        var p_true = (y_true * p) + ((1f - y_true) * (1f - p));
        var loss = keras.ops.power(1f - p_true, Tensor.ScalarBeside(p_true, (float)gamma)) * LossesUtils.BinaryCrossentropy(y_true, y_pred, from_logits);
        if (apply_class_balancing)
        {
            loss *= (y_true * (float)alpha) + ((1f - y_true) * (float)(1 - alpha));
        }

        return keras.ops.mean(loss, axis);
    }
}
