using KerasSharp.Engine;
using KerasSharp.Losses;
using static KerasSharp.keras;

namespace KerasSharp.Metrics;

/// <summary>
/// How many predictions above each threshold are right and wrong, and how many below: the sums that precision, recall and AUC are made of.
/// Source: Keras's <c>metrics_utils.update_confusion_matrix_variables</c>, whose rules this follows.
/// </summary>
internal sealed class ConfusionCounts
{
    private const float NegativeInfinity = -1e10f;

    private readonly float[] thresholds;
    private readonly bool isEven;
    private readonly bool multiLabel;

    /// <summary>Counts for these thresholds.</summary>
    /// <param name="thresholds">The thresholds; -1e-7 and 1 + 1e-7 at the ends take everything in.</param>
    /// <param name="multiLabel">Whether each label has counts of its own.</param>
    public ConfusionCounts(float[] thresholds, bool multiLabel = false)
    {
        (this.thresholds, this.multiLabel) = (thresholds, multiLabel);
        isEven = IsEven([.. thresholds.Select(t => Math.Clamp(t, 0, 1))]);
    }

    /// <summary>What one batch adds to the four sums, each (thresholds) or (thresholds, labels).</summary>
    /// <param name="y_true">The truth.</param>
    /// <param name="y_pred">Predictions in [0, 1].</param>
    /// <param name="sample_weight">A factor for each sample or value.</param>
    /// <param name="top_k">Only the largest k predictions of a row count; all others are none.</param>
    /// <param name="class_id">Only this class counts.</param>
    /// <param name="labelWeights">A factor for each label.</param>
    /// <exception cref="ValueError">Shapes do not fit, or a prediction is out of range; in Keras's words.</exception>
    public Sums Of(Tensor y_true, Tensor y_pred, Tensor? sample_weight, int? top_k = null, int? class_id = null, Tensor? labelWeights = null)
    {
        (y_true, y_pred) = (ops.cast(y_true, "float32"), ops.cast(y_pred, "float32"));
        RequireRange(y_pred);
        LossesUtils.Squeeze(ref y_true, ref y_pred);
        if (top_k is { } k)
        {
            y_pred = LargestOnly(y_pred, k);
        }

        if (class_id is { } id)
        {
            (y_true, y_pred) = (y_true[.., id], y_pred[.., id]);
        }

        if (!Shapes.Same(y_true.Dims, y_pred.Dims))
        {
            throw new ValueError($"Shapes {y_pred.shape} and {y_true.shape} are incompatible");
        }

        var weights = Weights(y_pred, sample_weight, labelWeights);
        int[] flat = multiLabel ? [y_pred.dim(0), y_pred.size / Math.Max(1, y_pred.dim(0))] : [y_pred.size, 1];
        var truth = ops.cast(ops.not_equal(ops.reshape(y_true, flat), Tensor.Scalar(0)), "float32");
        var predictions = ops.reshape(y_pred, flat);
        var ones = weights is null ? ops.ones_like(truth) : ops.reshape(weights, flat);
        var (positive, negative) = (truth * ones, (1f - truth) * ones);
        var (tp, fp) = isEven ? (Even(positive, predictions), Even(negative, predictions)) : (Above(positive, predictions), Above(negative, predictions));
        var (allPositive, allNegative) = (ops.sum(positive, 0), ops.sum(negative, 0));
        return new(Shaped(tp), Shaped(fp), Shaped(allNegative - fp), Shaped(allPositive - tp));
    }

    /// <summary>Whether thresholds lie as evenly as Keras asks for before it counts by intervals.</summary>
    private static bool IsEven(float[] thresholds)
    {
        var even = thresholds.Length >= 3;
        for (var i = 0; even && i < thresholds.Length; i++)
        {
            var wanted = (float)i / (thresholds.Length - 1);
            even = Math.Abs(thresholds[i] - wanted) <= 1e-7 + (1e-5 * Math.Abs(wanted));
        }

        return even;
    }

    private static void RequireRange(Tensor y_pred)
    {
        if (y_pred.IsOnGpu || y_pred.size == 0)
        {
            return; // The host does not wait for a GPU here.
        }

        if (ops.min(y_pred).item() < 0)
        {
            throw new tf.errors.InvalidArgumentError("predictions must be >= 0");
        }

        if (ops.max(y_pred).item() > 1)
        {
            throw new tf.errors.InvalidArgumentError("predictions must be <= 1");
        }
    }

    private static Tensor LargestOnly(Tensor y_pred, int k)
    {
        var (_, indices) = ops.top_k(y_pred, k);
        var chosen = ops.sum(ops.one_hot(indices, y_pred.dim(-1)), -2);
        return (y_pred * chosen) + (NegativeInfinity * (1f - chosen));
    }

    private static Tensor? Weights(Tensor y_pred, Tensor? sample_weight, Tensor? labelWeights)
    {
        Tensor? weights = null;
        if (sample_weight is not null)
        {
            weights = ops.cast(sample_weight, "float32");
            while (weights.ndim > y_pred.ndim && weights.dim(-1) == 1)
            {
                weights = ops.squeeze(weights, -1);
            }

            while (weights.ndim is > 0 && weights.ndim < y_pred.ndim)
            {
                weights = ops.expand_dims(weights, -1);
            }

            weights = ops.broadcast_to(weights, y_pred.DimsArray);
        }

        return labelWeights is null ? weights : ops.broadcast_to(labelWeights, y_pred.DimsArray) is var by && weights is not null ? weights * by : by;
    }

    // The interval of each prediction, the sums of each interval, and from the end the running sums.
    private Tensor Even(Tensor values, Tensor predictions)
    {
        var count = thresholds.Length;
        var interval = ops.ceil(ops.clip(predictions, 0, 1) * (float)(count - 1)) - 1f;
        if (thresholds[0] < 0)
        {
            interval = ops.relu(interval); // Every prediction is above the first threshold.
        }

        // Sums of intervals by one-hot rows: (values, intervals) would be large, so each label's are added into place.
        var labels = values.dim(1);
        var slot = ops.cast(interval, "int32");
        var known = ops.cast(slot >= 0, "float32");
        var place = (ops.maximum(slot, Tensor.Scalar(0, DType.Int32)) * labels) + Tensor.From<int>([.. Enumerable.Range(0, labels)], 1, labels);
        var sums = new Ops.ScatterAdd(0, [count * labels]).apply(ops.reshape(values * known, values.size), ops.reshape(place, values.size));
        return ops.cumsum(ops.reshape(sums, count, labels), 0, reverse: true);
    }

    private Tensor Above(Tensor values, Tensor predictions)
    {
        var bounds = Tensor.From<float>(thresholds, thresholds.Length, 1, 1);
        return ops.sum(ops.cast(ops.expand_dims(predictions, 0) > bounds, "float32") * values, 1);
    }

    private Tensor Shaped(Tensor sums) => multiLabel ? sums : ops.reshape(sums, thresholds.Length);

    /// <summary>True and false positives, true and false negatives.</summary>
    internal readonly record struct Sums(Tensor TruePositives, Tensor FalsePositives, Tensor TrueNegatives, Tensor FalseNegatives);
}
