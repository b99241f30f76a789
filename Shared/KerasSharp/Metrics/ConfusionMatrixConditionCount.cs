using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>The base of the four counts of right and wrong predictions at thresholds.</summary>
public abstract class ConfusionMatrixConditionCount : Metric
{
    private readonly Thresholds given;
    private readonly ConfusionCounts counts;
    private readonly Variable accumulator;

    private protected ConfusionMatrixConditionCount(Thresholds thresholds, string? name, string? dtype)
        : base(name, dtype)
    {
        given = thresholds;
        this.thresholds = thresholds.Or(0.5);
        counts = new ConfusionCounts(this.thresholds);
        accumulator = add_weight("accumulator", new TensorShape(this.thresholds.Length));
    }

    /// <summary>The thresholds.</summary>
    public float[] thresholds { get; }

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_true);
        ArgumentNullException.ThrowIfNull(y_pred);
        using var scope = TensorScope.Begin();
        accumulator.assign_add(Count(counts.Of(y_true, y_pred, sample_weight)));
    }

    /// <inheritdoc/>
    public override MetricResult result() => thresholds.Length == 1 ? accumulator.value[0] : keras.ops.copy(accumulator.value);

    /// <inheritdoc/>
    public override Saving.Config get_config() => new(base.get_config()) { ["thresholds"] = given.ToConfig() };

    private protected abstract Tensor Count(in ConfusionCounts.Sums sums);
}
