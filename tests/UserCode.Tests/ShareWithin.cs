using KerasSharp.Engine;
using KerasSharp.Metrics;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace UserCode;

/// <summary>A metric with two variables: the share of predictions that are near the truth.</summary>
public class ShareWithin : Metric
{
    private readonly double tolerance;
    private readonly Variable hits, count;

    /// <summary>Counts predictions whose distance from the truth is at most <paramref name="tolerance"/>.</summary>
    public ShareWithin(double tolerance, string name = "share_within")
        : base(name)
    {
        this.tolerance = tolerance;
        hits = add_weight("hits", initializer: "zeros");
        count = add_weight("count", initializer: "zeros");
    }

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        hits.assign(hits.value + ops.sum(ops.cast(ops.abs(y_true - y_pred) <= tolerance, "float32")));
        count.assign(count.value + y_pred.size);
    }

    /// <inheritdoc/>
    public override MetricResult result() => hits / ops.maximum(count.value, 1f);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["tolerance"] = tolerance };
}
