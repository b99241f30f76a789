namespace KerasSharp.Metrics;

/// <summary>
/// The mean cross-entropy of one-hot labels.
/// Source: <see href="https://keras.io/api/metrics/probabilistic_metrics/#categoricalcrossentropy-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
/// <param name="from_logits">Whether predictions are logits, before any softmax or sigmoid.</param>
/// <param name="label_smoothing">In [0, 1]: how much certainty is taken from the labels.</param>
/// <param name="axis">The axis of the classes.</param>
[KerasExport("keras.metrics.CategoricalCrossentropy")]
public sealed class CategoricalCrossentropy(
    string? name = "categorical_crossentropy", string? dtype = null, bool from_logits = false, double label_smoothing = 0, int axis = -1)
    : MeanMetricWrapper(
        (y_true, y_pred) => keras.losses.categorical_crossentropy(y_true, y_pred, from_logits: from_logits, label_smoothing: label_smoothing, axis: axis),
        name, dtype, nameof(keras.losses.categorical_crossentropy), new() { ["from_logits"] = from_logits, ["label_smoothing"] = label_smoothing, ["axis"] = axis });
