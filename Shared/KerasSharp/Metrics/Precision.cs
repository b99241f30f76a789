using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>
/// The share of right ones among the predictions that are true.
/// Source: <see href="https://keras.io/api/metrics/classification_metrics/#precision-class"/>.
/// </summary>
[KerasExport("keras.metrics.Precision")]
public sealed class Precision : Metric
{
    private readonly Thresholds given;
    private readonly ConfusionCounts counts;

    /// <summary>A metric of these arguments.</summary>
    /// <param name="thresholds">A prediction above it counts as true; 0.5 if not given, or with <paramref name="top_k"/> any. With several the result has a number for each.</param>
    /// <param name="top_k">Only the largest k predictions of each row count as true.</param>
    /// <param name="class_id">Only this class counts: an index of the last axis.</param>
    /// <param name="name">The name that logs show; one is made up if not given.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    /// <exception cref="ValueError">A threshold is not in [0, 1].</exception>
    public Precision(Thresholds thresholds = default, int? top_k = null, int? class_id = null, string? name = null, string? dtype = null)
        : base(name, dtype)
    {
        (given, this.top_k, this.class_id) = (thresholds, top_k, class_id);
        this.thresholds = thresholds.Or(top_k is null ? 0.5 : -1e10);
        counts = new ConfusionCounts(this.thresholds);
        true_positives = add_weight("true_positives", new TensorShape(this.thresholds.Length));
        false_positives = add_weight("false_positives", new TensorShape(this.thresholds.Length));
    }

    /// <summary>The thresholds.</summary>
    public float[] thresholds { get; }

    /// <summary>How many predictions of a row count; all if null.</summary>
    public int? top_k { get; }

    /// <summary>The class that counts; all if null.</summary>
    public int? class_id { get; }

    /// <summary>The right predictions so far, at each threshold.</summary>
    public Variable true_positives { get; }

    /// <summary>The wrong predictions so far, at each threshold.</summary>
    public Variable false_positives { get; }

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_true);
        ArgumentNullException.ThrowIfNull(y_pred);
        using var scope = TensorScope.Begin();
        var sums = counts.Of(y_true, y_pred, sample_weight, top_k, class_id);
        true_positives.assign_add(sums.TruePositives);
        false_positives.assign_add(sums.FalsePositives);
    }

    /// <inheritdoc/>
    public override MetricResult result()
    {
        var share = keras.ops.divide_no_nan(true_positives.value, true_positives.value + false_positives.value);
        return thresholds.Length == 1 ? share[0] : share;
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["thresholds"] = given.ToConfig(), ["top_k"] = top_k, ["class_id"] = class_id };
}
