using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp.Metrics;

/// <summary>A mean over the single elements of truth and predictions, not over samples.</summary>
public abstract class ElementMean : Metric
{
    private readonly RunningMean mean;

    private protected ElementMean(string? name, string? dtype)
        : base(name, dtype) => mean = new RunningMean(this);

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_true);
        ArgumentNullException.ThrowIfNull(y_pred);
        (y_true, y_pred) = (keras.ops.cast(y_true, dtype), keras.ops.cast(y_pred, dtype));
        LossesUtils.Squeeze(ref y_true, ref y_pred);
        mean.Add(Values(y_true, y_pred), sample_weight);
    }

    /// <inheritdoc/>
    public override MetricResult result() => mean.Mean;

    /// <summary>One value per element.</summary>
    private protected abstract Tensor Values(Tensor y_true, Tensor y_pred);
}
