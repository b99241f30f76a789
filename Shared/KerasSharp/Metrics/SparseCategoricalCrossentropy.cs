using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp.Metrics;

/// <summary>
/// The mean cross-entropy of labels that are class numbers.
/// Source: <see href="https://keras.io/api/metrics/probabilistic_metrics/#sparsecategoricalcrossentropy-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
/// <param name="from_logits">Whether predictions are logits, before any softmax or sigmoid.</param>
/// <param name="ignore_class">A label whose samples count for nothing.</param>
/// <param name="axis">The axis of the classes.</param>
[KerasExport("keras.metrics.SparseCategoricalCrossentropy")]
public sealed class SparseCategoricalCrossentropy(
    string? name = "sparse_categorical_crossentropy", string? dtype = null, bool from_logits = false, int? ignore_class = null, int axis = -1)
    : MeanMetricWrapper(
        (y_true, y_pred) => keras.losses.sparse_categorical_crossentropy(y_true, y_pred, from_logits: from_logits, ignore_class: ignore_class, axis: axis),
        name, dtype, nameof(keras.losses.sparse_categorical_crossentropy), new() { ["from_logits"] = from_logits, ["ignore_class"] = ignore_class, ["axis"] = axis })
{
    private readonly int? ignored = ignore_class;

    /// <inheritdoc/>
    internal override Tensor? ValidMask(Tensor y_true, Tensor values)
        => ignored is { } label ? SparseLabels.ValidMask(y_true, label, values) : null;
}
