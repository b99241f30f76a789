using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>
/// Intersection over union of two classes, 0 and 1, of which predictions give the probability of 1.
/// Source: <see href="https://keras.io/api/metrics/segmentation_metrics/#binaryiou-class"/>.
/// </summary>
/// <param name="target_class_ids">The classes that count: both if not given.</param>
/// <param name="threshold">A prediction of at least this is class 1.</param>
/// <param name="name">The name that logs show; one is made up if not given.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
/// <exception cref="ValueError">A target is no class.</exception>
[KerasExport("keras.metrics.BinaryIoU")]
public class BinaryIoU([KerasDefault(0, 1)] IReadOnlyList<int>? target_class_ids = null, double threshold = 0.5, string? name = null, string? dtype = null)
    : IoU(2, target_class_ids ?? [0, 1], name, dtype)
{
    /// <summary>From here on a prediction is class 1.</summary>
    public double threshold { get; } = threshold;

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_pred);
        base.update_state(y_true, keras.ops.cast(keras.ops.cast(y_pred, dtype) >= (float)threshold, dtype), sample_weight);
    }

    /// <inheritdoc/>
    public override Config get_config() => new() { ["target_class_ids"] = base.target_class_ids, ["threshold"] = threshold, ["name"] = name, ["dtype"] = dtype };
}
