using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>
/// Intersection over union, the mean over all classes, where the truth is one-hot.
/// Source: <see href="https://keras.io/api/metrics/segmentation_metrics/#onehotmeaniou-class"/>.
/// </summary>
/// <param name="num_classes">How many classes there are.</param>
/// <param name="name">The name that logs show; one is made up if not given.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
/// <param name="ignore_class">A label that does not count, such as -1 or 255.</param>
/// <param name="sparse_y_pred">Whether predictions are class numbers; else the largest along <paramref name="axis"/> counts.</param>
/// <param name="axis">The axis of the classes.</param>
[KerasExport("keras.metrics.OneHotMeanIoU")]
public class OneHotMeanIoU(int num_classes, string? name = null, string? dtype = null, int? ignore_class = null, bool sparse_y_pred = false, int axis = -1)
    : MeanIoU(num_classes, name, dtype, ignore_class, sparse_y_true: false, sparse_y_pred, axis)
{
    /// <inheritdoc/>
    public override Config get_config()
    {
        var config = base.get_config();
        config.Remove("sparse_y_true");
        return config;
    }
}
