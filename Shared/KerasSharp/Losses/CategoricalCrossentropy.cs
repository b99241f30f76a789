using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The cross-entropy of one-hot labels: for classes that exclude each other.
/// Source: <see href="https://keras.io/api/losses/probabilistic_losses/#categoricalcrossentropy-class"/>.
/// </summary>
/// <param name="from_logits">Whether predictions are logits, before any softmax.</param>
/// <param name="label_smoothing">In [0, 1]: the share of each label that is spread evenly over all classes.</param>
/// <param name="axis">The axis of the classes.</param>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.CategoricalCrossentropy")]
public sealed class CategoricalCrossentropy(
    bool from_logits = false, double label_smoothing = 0.0, int axis = -1, string reduction = "auto", string? name = "categorical_crossentropy")
    : LossFunctionWrapper(
        (y_true, y_pred) => keras.losses.categorical_crossentropy(y_true, y_pred, from_logits, label_smoothing, axis),
        reduction, name, nameof(keras.losses.categorical_crossentropy),
        new() { ["from_logits"] = from_logits, ["label_smoothing"] = label_smoothing, ["axis"] = axis })
{
    /// <summary>
    /// The cross-entropy -sum(y_true · log(y_pred)) of one-hot labels. Predictions that a softmax or sigmoid activation made are taken
    /// back to their logits, which is exact; others are scaled to the sum 1 and clipped to [1e-7, 1 - 1e-7].
    /// </summary>
    /// <param name="y_true">Probabilities of the classes, (batch, …, classes).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <param name="from_logits">Whether predictions are logits, before any softmax.</param>
    /// <param name="label_smoothing">In [0, 1]: the share of each label that is spread evenly over all classes.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <returns>The loss of each sample: the shape without the axis.</returns>
    /// <exception cref="ValueError">The shapes differ.</exception>
    [KerasExport("keras.losses.categorical_crossentropy", "keras.metrics.categorical_crossentropy")]
    internal static Tensor categorical_crossentropy(
        Tensor y_true, Tensor y_pred, bool from_logits = false, double label_smoothing = 0.0, int axis = -1)
    {
        y_true = LossesUtils.SameShape(y_true, y_pred);
        y_true = LossesUtils.Smooth(y_true, label_smoothing, 1f / y_true.dim(-1));
        if (from_logits || y_pred.Logits is not null)
        {
            return keras.ops.softmax_cross_entropy(LossesUtils.MoveToEnd(y_true, axis), LossesUtils.MoveToEnd(y_pred.Logits ?? y_pred, axis));
        }

        var p = LossesUtils.ClipProbabilities(y_pred / keras.ops.sum(y_pred, axis, keepdims: true));
        return -keras.ops.sum(y_true * keras.ops.log(p), axis);
    }
}
