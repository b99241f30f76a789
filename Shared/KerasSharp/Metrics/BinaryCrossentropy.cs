namespace KerasSharp.Metrics;

/// <summary>
/// The mean cross-entropy of labels 0 and 1.
/// Source: <see href="https://keras.io/api/metrics/probabilistic_metrics/#binarycrossentropy-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
/// <param name="from_logits">Whether predictions are logits, before any softmax or sigmoid.</param>
/// <param name="label_smoothing">In [0, 1]: how much certainty is taken from the labels.</param>
[KerasExport("keras.metrics.BinaryCrossentropy")]
public sealed class BinaryCrossentropy(
    string? name = "binary_crossentropy", string? dtype = null, bool from_logits = false, double label_smoothing = 0)
    : MeanMetricWrapper(
        (y_true, y_pred) => keras.losses.binary_crossentropy(y_true, y_pred, from_logits: from_logits, label_smoothing: label_smoothing),
        name, dtype, nameof(keras.losses.binary_crossentropy), new() { ["from_logits"] = from_logits, ["label_smoothing"] = label_smoothing });
