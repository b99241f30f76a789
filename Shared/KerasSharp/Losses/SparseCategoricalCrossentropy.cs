using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// The cross-entropy of labels that are class numbers: for classes that exclude each other.
/// Source: <see href="https://keras.io/api/losses/probabilistic_losses/#sparsecategoricalcrossentropy-class"/>.
/// </summary>
/// <param name="from_logits">Whether predictions are logits, before any softmax.</param>
/// <param name="ignore_class">A label whose samples count for nothing, neither in the sum nor in the mean.</param>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.SparseCategoricalCrossentropy")]
public sealed class SparseCategoricalCrossentropy(
    bool from_logits = false, int? ignore_class = null, string reduction = "auto", string? name = "sparse_categorical_crossentropy")
    : LossFunctionWrapper(
        (y_true, y_pred) => keras.losses.sparse_categorical_crossentropy(y_true, y_pred, from_logits, -1, ignore_class),
        reduction, name, nameof(keras.losses.sparse_categorical_crossentropy),
        new() { ["from_logits"] = from_logits, ["ignore_class"] = ignore_class })
{
    private readonly int? ignored = ignore_class;

    /// <inheritdoc/>
    internal override Tensor? ValidMask(Tensor y_true, Tensor losses)
        => ignored is { } label ? SparseLabels.ValidMask(y_true, label, losses) : null;

    /// <summary>
    /// The cross-entropy -log(y_pred[label]) of labels that are class numbers. Predictions that a softmax activation made are taken back
    /// to their logits, which is exact; others are clipped to [1e-7, 1 - 1e-7] and scaled to the sum 1.
    /// </summary>
    /// <param name="y_true">Class numbers from 0, (batch, …) or (batch, …, 1); floats are cut.</param>
    /// <param name="y_pred">Predictions, (batch, …, classes), float32.</param>
    /// <param name="from_logits">Whether predictions are logits, before any softmax.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <param name="ignore_class">A label whose samples count for nothing, such as -1 for "unknown".</param>
    /// <returns>The loss of each sample: the shape of the predictions without the axis.</returns>
    /// <exception cref="ValueError">The shapes do not fit, or a label is not a class.</exception>
    [KerasExport("keras.losses.sparse_categorical_crossentropy", "keras.metrics.sparse_categorical_crossentropy")]
    internal static Tensor sparse_categorical_crossentropy(
        Tensor y_true, Tensor y_pred, bool from_logits = false, int axis = -1, int? ignore_class = null)
    {
        var logits = from_logits || y_pred.Logits is not null
            ? y_pred.Logits ?? y_pred
            : keras.ops.log(LossesUtils.ClipProbabilities(y_pred));
        logits = LossesUtils.MoveToEnd(logits, axis);
        var labels = SparseLabels.Of(y_true, logits, ignore_class);
        var loss = SparseLabels.MarkUnchecked(keras.ops.softmax_cross_entropy(SparseLabels.OneHot(labels, logits), logits), labels, logits.dim(-1), ignore_class);
        return ignore_class is { } ignored ? loss * SparseLabels.ValidMask(labels, ignored, loss) : loss;
    }
}
