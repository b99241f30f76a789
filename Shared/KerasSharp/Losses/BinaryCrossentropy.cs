using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The cross-entropy of labels 0 and 1: for two classes, or several that may hold at once.
/// Source: <see href="https://keras.io/api/losses/probabilistic_losses/#binarycrossentropy-class"/>.
/// </summary>
/// <param name="from_logits">Whether predictions are logits, before any sigmoid.</param>
/// <param name="label_smoothing">In [0, 1]: how far labels are drawn towards 0.5.</param>
/// <param name="axis">The axis over which the mean is taken.</param>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.BinaryCrossentropy")]
public sealed class BinaryCrossentropy(
    bool from_logits = false, double label_smoothing = 0.0, int axis = -1, string reduction = "auto", string? name = "binary_crossentropy")
    : LossFunctionWrapper(
        (y_true, y_pred) => keras.losses.binary_crossentropy(y_true, y_pred, from_logits, label_smoothing, axis),
        reduction, name, nameof(keras.losses.binary_crossentropy),
        new() { ["from_logits"] = from_logits, ["label_smoothing"] = label_smoothing, ["axis"] = axis })
{
    /// <summary>
    /// The mean of -y_true · log(y_pred) - (1 - y_true) · log(1 - y_pred). Predictions that a sigmoid (or softmax) activation made are
    /// taken back to their logits, which is exact; others are clipped to [1e-7, 1 - 1e-7].
    /// </summary>
    /// <param name="y_true">Labels 0 and 1, or probabilities, (batch, …, d).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <param name="from_logits">Whether predictions are logits, before any sigmoid.</param>
    /// <param name="label_smoothing">In [0, 1]: how far labels are drawn towards 0.5.</param>
    /// <param name="axis">The axis over which the mean is taken.</param>
    /// <returns>The loss of each sample: the shape without the axis.</returns>
    /// <exception cref="ValueError">The shapes differ.</exception>
    [KerasExport("keras.losses.binary_crossentropy", "keras.metrics.binary_crossentropy")]
    [KerasName("keras.losses.bce", "keras.losses.BCE", "keras.metrics.bce", "keras.metrics.BCE")]
    internal static Tensor binary_crossentropy(
        Tensor y_true, Tensor y_pred, bool from_logits = false, double label_smoothing = 0.0, int axis = -1)
    {
        y_true = LossesUtils.Smooth(keras.ops.cast(y_true, "float32"), label_smoothing, 0.5f);
        return keras.ops.mean(LossesUtils.BinaryCrossentropy(y_true, y_pred, from_logits), axis);
    }
}
