using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Metrics;

/// <summary>
/// The area under a curve, as a sum over thresholds: of the true against the false positive rate (ROC), or of precision against recall (PR).
/// Source: <see href="https://keras.io/api/metrics/classification_metrics/#auc-class"/>; the interpolation of PR: Davis and Goadrich (2006).
/// </summary>
[KerasExport("keras.metrics.AUC")]
public sealed class AUC : Metric
{
    private const float Epsilon = 1e-7f;

    private readonly IReadOnlyList<double>? given;
    private readonly float[] limits;
    private readonly ConfusionCounts counts;
    private Variable? true_positives;
    private Variable? true_negatives;
    private Variable? false_positives;
    private Variable? false_negatives;

    /// <summary>A metric of these arguments.</summary>
    /// <param name="num_thresholds">How many thresholds, evenly from 0 to 1; at least 2.</param>
    /// <param name="curve"><c>ROC</c> or <c>PR</c>.</param>
    /// <param name="summation_method"><c>interpolation</c>, <c>minoring</c> or <c>majoring</c>: what height counts between two thresholds.</param>
    /// <param name="name">The name that logs show; one is made up if not given.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    /// <param name="thresholds">The thresholds between 0 and 1, in place of <paramref name="num_thresholds"/>.</param>
    /// <param name="multi_label">Whether each label has a curve of its own, whose areas are averaged.</param>
    /// <param name="num_labels">How many labels there are; the first batch tells if not given.</param>
    /// <param name="label_weights">A factor for each label.</param>
    /// <param name="from_logits">Whether predictions are logits, before a sigmoid.</param>
    /// <exception cref="ValueError">An argument is out of range or does not go with another, in Keras's words.</exception>
    public AUC(
        int num_thresholds = 200, string curve = "ROC", string summation_method = "interpolation", string? name = null, string? dtype = null,
        IReadOnlyList<double>? thresholds = null, bool multi_label = false, int? num_labels = null, IReadOnlyList<double>? label_weights = null, bool from_logits = false)
        : base(name, dtype)
    {
        if (curve is not ("ROC" or "PR"))
        {
            throw new ValueError($"Invalid AUC curve value: \"{curve}\". Expected values are [\"PR\", \"ROC\"]");
        }

        if (summation_method is not ("interpolation" or "minoring" or "majoring"))
        {
            throw new ValueError($"Invalid AUC summation method value: \"{summation_method}\". Expected values are [\"interpolation\", \"majoring\", \"minoring\"]");
        }

        double[] between;
        if (thresholds is not null)
        {
            given = [.. thresholds.Order()];
            _ = ((Thresholds)given.ToArray()).Or(0);
            between = [.. given];
        }
        else
        {
            between = num_thresholds > 1 ? [.. Enumerable.Range(1, num_thresholds - 2).Select(i => (double)i / (num_thresholds - 1))]
                : throw new ValueError($"Argument `num_thresholds` must be an integer > 1. Received: num_thresholds={num_thresholds}");
        }

        if (num_labels is not null && !multi_label)
        {
            throw new ValueError("`num_labels` is needed only when `multi_label` is True.");
        }

        (this.curve, this.summation_method, this.multi_label, this.num_labels, this.from_logits) = (curve, summation_method, multi_label, num_labels, from_logits);
        this.label_weights = label_weights;
        limits = [-Epsilon, .. between.Select(t => (float)t), 1 + Epsilon];
        counts = new ConfusionCounts(limits, multi_label);
        if (!multi_label)
        {
            Build(null);
        }
        else if (num_labels is { } labels)
        {
            Build(labels);
        }
    }

    /// <summary>How many thresholds there are, with those at both ends.</summary>
    public int num_thresholds => limits.Length;

    /// <summary><c>ROC</c> or <c>PR</c>.</summary>
    public string curve { get; }

    /// <summary><c>interpolation</c>, <c>minoring</c> or <c>majoring</c>.</summary>
    public string summation_method { get; }

    /// <summary>Whether each label has a curve of its own.</summary>
    public bool multi_label { get; }

    /// <summary>How many labels there are, if that was said.</summary>
    public int? num_labels { get; }

    /// <summary>A factor for each label; null if all count alike.</summary>
    public IReadOnlyList<double>? label_weights { get; }

    /// <summary>Whether predictions are logits.</summary>
    public bool from_logits { get; }

    /// <summary>The thresholds, those at both ends included.</summary>
    public IReadOnlyList<float> thresholds => limits;

    private Tensor? LabelFactors => label_weights is null ? null : Tensor.From<float>([.. label_weights.Select(v => (float)v)], 1, label_weights.Count);

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_true);
        ArgumentNullException.ThrowIfNull(y_pred);
        using var scope = TensorScope.Begin();
        if (multi_label && y_pred.ndim != 2)
        {
            throw new ValueError($"`y_true` must have rank 2 when `multi_label=True`. Found rank {y_pred.ndim}. Full shape received for `y_true`: {y_pred.shape}");
        }

        if (true_positives is null)
        {
            using var outside = TensorScope.BeginOutside();
            Build(y_pred.dim(1));
        }

        if (label_weights is not null && label_weights.Count != y_pred.dim(-1))
        {
            throw new ValueError($"label_weights has {label_weights.Count} entries, y_pred has {y_pred.dim(-1)} labels.");
        }

        y_pred = from_logits ? ops.sigmoid(y_pred) : y_pred;
        var sums = counts.Of(y_true, y_pred, sample_weight, labelWeights: multi_label ? null : LabelFactors);
        true_positives!.assign_add(sums.TruePositives);
        true_negatives!.assign_add(sums.TrueNegatives);
        false_positives!.assign_add(sums.FalsePositives);
        false_negatives!.assign_add(sums.FalseNegatives);
    }

    /// <inheritdoc/>
    public override MetricResult result()
    {
        if (true_positives is null)
        {
            return 0f;
        }

        var (tp, tn, fp, fn) = (true_positives.value, true_negatives!.value, false_positives!.value, false_negatives!.value);
        if (curve == "PR" && summation_method == "interpolation")
        {
            return Area(InterpolatedPrecision(tp, fp, fn));
        }

        var recall = ops.divide_no_nan(tp, tp + fn);
        var (x, y) = curve == "ROC" ? (ops.divide_no_nan(fp, fp + tn), recall) : (recall, ops.divide_no_nan(tp, tp + fp));
        var (left, right) = (y[..^1], y[1..]);
        var heights = summation_method switch
        {
            "interpolation" => (left + right) / 2f,
            "minoring" => ops.minimum(left, right),
            _ => ops.maximum(left, right),
        };
        return Area((x[..^1] - x[1..]) * heights);
    }

    /// <inheritdoc/>
    public override Config get_config()
    {
        var config = new Config(base.get_config())
        {
            ["num_thresholds"] = num_thresholds,
            ["curve"] = curve,
            ["summation_method"] = summation_method,
            ["multi_label"] = multi_label,
            ["num_labels"] = num_labels,
            ["label_weights"] = label_weights,
            ["from_logits"] = from_logits,
        };
        if (given is not null)
        {
            config["thresholds"] = given;
        }

        return config;
    }

    // Between two thresholds the numbers of right and wrong predictions grow in a straight line; precision does not.
    private static Tensor InterpolatedPrecision(Tensor tp, Tensor fp, Tensor fn)
    {
        var zero = Tensor.Scalar(0f);
        var dtp = tp[..^1] - tp[1..];
        var p = tp + fp;
        var slope = ops.divide_no_nan(dtp, ops.maximum(p[..^1] - p[1..], zero));
        var intercept = tp[1..] - (slope * p[1..]);
        var both = ops.logical_and(p[..^1] > 0, p[1..] > 0);
        var ratio = ops.where(both, ops.divide_no_nan(p[..^1], ops.maximum(p[1..], zero)), ops.ones_like(p[1..]));
        return ops.divide_no_nan(slope * (dtp + (intercept * ops.log(ratio))), ops.maximum(tp[1..] + fn[1..], zero));
    }

    private Tensor Area(Tensor parts)
    {
        if (!multi_label)
        {
            return ops.sum(parts);
        }

        var byLabel = ops.sum(parts, 0);
        return LabelFactors is { } factors ? ops.divide_no_nan(ops.sum(byLabel * factors), ops.sum(factors)) : ops.mean(byLabel);
    }

    private void Build(int? labels)
    {
        var shape = labels is { } count ? new TensorShape(limits.Length, count) : new TensorShape(limits.Length);
        true_positives = add_weight("true_positives", shape);
        true_negatives = add_weight("true_negatives", shape);
        false_positives = add_weight("false_positives", shape);
        false_negatives = add_weight("false_negatives", shape);
    }
}
