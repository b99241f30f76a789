using KerasSharp.Engine;
using KerasSharp.Metrics;
using static KerasSharp.keras;

namespace UserCode;

/// <summary>A metric: the share of predictions that are near the truth.</summary>
public class ShareWithin(double tolerance, string name = "share_within") : Metric(name)
{
    private double hits;
    private long count;

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        hits += ops.sum(ops.cast(ops.abs(y_true - y_pred) <= tolerance, "float32")).item();
        count += y_pred.size;
    }

    /// <inheritdoc/>
    public override float result() => count == 0 ? 0 : (float)(hits / count);

    /// <inheritdoc/>
    public override void reset_state() => (hits, count) = (0, 0);
}
