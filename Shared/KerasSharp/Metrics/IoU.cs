using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Metrics;

/// <summary>
/// Intersection over union of some classes: right predictions, divided by all that are true or predicted; the mean over the classes.
/// Source: <see href="https://keras.io/api/metrics/segmentation_metrics/#iou-class"/>.
/// </summary>
[KerasExport("keras.metrics.IoU")]
public class IoU : Metric
{
    private readonly Variable total_confusion_matrix;

    /// <summary>A metric of these arguments.</summary>
    /// <param name="num_classes">How many classes there are.</param>
    /// <param name="target_class_ids">The classes that count.</param>
    /// <param name="name">The name that logs show; one is made up if not given.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    /// <param name="ignore_class">A label that does not count, such as -1 or 255.</param>
    /// <param name="sparse_y_true">Whether the truth is class numbers; else the largest along <paramref name="axis"/> counts.</param>
    /// <param name="sparse_y_pred">Whether predictions are class numbers; else the largest along <paramref name="axis"/> counts.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <exception cref="ValueError">A target is no class, in Keras's words.</exception>
    public IoU(
        int num_classes, IReadOnlyList<int> target_class_ids, string? name = null, string? dtype = null, int? ignore_class = null,
        bool sparse_y_true = true, bool sparse_y_pred = true, int axis = -1)
        : base(name, dtype)
    {
        ArgumentNullException.ThrowIfNull(target_class_ids);
        if (target_class_ids.Count > 0 && target_class_ids.Max() >= num_classes)
        {
            throw new ValueError($"Target class id {target_class_ids.Max()} is out of range, which is [0, {num_classes}).");
        }

        (this.num_classes, this.target_class_ids, this.ignore_class) = (num_classes, target_class_ids, ignore_class);
        (this.sparse_y_true, this.sparse_y_pred, this.axis) = (sparse_y_true, sparse_y_pred, axis);
        total_confusion_matrix = add_weight("total_confusion_matrix", new TensorShape(num_classes, num_classes));
    }

    /// <summary>How many classes there are.</summary>
    public int num_classes { get; }

    /// <summary>The classes that count.</summary>
    public IReadOnlyList<int> target_class_ids { get; }

    /// <summary>The label that does not count.</summary>
    public int? ignore_class { get; }

    /// <summary>Whether the truth is class numbers.</summary>
    public bool sparse_y_true { get; }

    /// <summary>Whether predictions are class numbers.</summary>
    public bool sparse_y_pred { get; }

    /// <summary>The axis of the classes.</summary>
    public int axis { get; }

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_true);
        ArgumentNullException.ThrowIfNull(y_pred);
        using var scope = TensorScope.Begin();
        var truth = Flat(sparse_y_true ? y_true : ops.argmax(y_true, axis));
        var predictions = Flat(sparse_y_pred ? y_pred : ops.argmax(y_pred, axis));
        if (truth.size != predictions.size)
        {
            throw new ValueError($"Shapes of y_true and y_pred do not fit. Received: y_true.shape={y_true.shape}, y_pred.shape={y_pred.shape}");
        }

        var weights = sample_weight is null ? Tensor.Full(1, truth.size) : ops.reshape(ops.broadcast_to(ops.cast(sample_weight, dtype), [truth.size]), truth.size);
        if (ignore_class is { } ignored)
        {
            weights *= ops.cast(ops.not_equal(truth, Tensor.Scalar(ignored, truth.dtype)), dtype);
            truth = ops.where(ops.equal(truth, Tensor.Scalar(ignored, truth.dtype)), ops.zeros_like(truth), truth);
        }

        RequireClasses(truth, "labels");
        RequireClasses(predictions, "predictions");
        var place = (truth * num_classes) + predictions;
        var matrix = new Ops.ScatterAdd(0, [num_classes * num_classes]).apply(weights, place);
        total_confusion_matrix.assign_add(ops.reshape(matrix, num_classes, num_classes));
    }

    /// <inheritdoc/>
    public override MetricResult result()
    {
        var matrix = total_confusion_matrix.value;
        var right = ops.sum(matrix * tf.eye(num_classes), 0);
        var union = ops.sum(matrix, 0) + ops.sum(matrix, 1) - right;
        var targets = Tensor.From<int>([.. target_class_ids], target_class_ids.Count);
        (right, union) = (ops.take(right, targets, 0), ops.take(union, targets, 0));
        var seen = ops.sum(ops.cast(ops.not_equal(union, Tensor.Scalar(0f)), dtype));
        return ops.divide_no_nan(ops.sum(ops.divide_no_nan(right, union)), seen);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["num_classes"] = num_classes,
        ["target_class_ids"] = target_class_ids,
        ["ignore_class"] = ignore_class,
        ["sparse_y_true"] = sparse_y_true,
        ["sparse_y_pred"] = sparse_y_pred,
        ["axis"] = axis,
    };

    private static Tensor Flat(Tensor x) => ops.reshape(ops.cast(x, DType.Int32), x.size);

    private void RequireClasses(Tensor x, string what)
    {
        if (x.IsOnGpu)
        {
            return; // The host does not wait for a GPU here.
        }

        foreach (var number in x.ToArray<int>())
        {
            if (number < 0)
            {
                throw new tf.errors.InvalidArgumentError($"`{what}` contains negative values.");
            }

            if (number >= num_classes)
            {
                throw new tf.errors.InvalidArgumentError($"`{what}` out of bound");
            }
        }
    }
}
