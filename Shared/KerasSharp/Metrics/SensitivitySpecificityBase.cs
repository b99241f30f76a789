using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Metrics;

/// <summary>The base of metrics that give the best value of one rate while another one is high enough, over many thresholds.</summary>
public abstract class SensitivitySpecificityBase : Metric
{
    private readonly ConfusionCounts counts;
    private readonly string valueName;

    private protected SensitivitySpecificityBase(string valueName, double value, int num_thresholds, int? class_id, string? name, string? dtype)
        : base(name, dtype)
    {
        if (num_thresholds <= 0)
        {
            throw new ValueError($"Argument `num_thresholds` must be an integer > 0. Received: num_thresholds={num_thresholds}");
        }

        if (value is < 0 or > 1)
        {
            throw new ValueError($"Argument `{valueName}` must be in the range [0, 1]. Received: {valueName}={Python.PythonFormat.Str(value)}");
        }

        (this.valueName, this.value, this.num_thresholds, this.class_id) = (valueName, value, num_thresholds, class_id);
        float[] thresholds = num_thresholds == 1 ? [0.5f] : [.. Enumerable.Range(0, num_thresholds).Select(i => (float)((double)i / (num_thresholds - 1)))];
        counts = new ConfusionCounts(thresholds);
        true_positives = add_weight("true_positives", new TensorShape(num_thresholds));
        true_negatives = add_weight("true_negatives", new TensorShape(num_thresholds));
        false_positives = add_weight("false_positives", new TensorShape(num_thresholds));
        false_negatives = add_weight("false_negatives", new TensorShape(num_thresholds));
    }

    /// <summary>How many thresholds are tried.</summary>
    public int num_thresholds { get; }

    /// <summary>The class that counts; all if null.</summary>
    public int? class_id { get; }

    /// <summary>The value that the other rate must reach.</summary>
    private protected double value { get; }

    private protected Variable true_positives { get; }

    private protected Variable true_negatives { get; }

    private protected Variable false_positives { get; }

    private protected Variable false_negatives { get; }

    /// <inheritdoc/>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_true);
        ArgumentNullException.ThrowIfNull(y_pred);
        using var scope = TensorScope.Begin();
        var sums = counts.Of(y_true, y_pred, sample_weight, class_id: class_id);
        true_positives.assign_add(sums.TruePositives);
        true_negatives.assign_add(sums.TrueNegatives);
        false_positives.assign_add(sums.FalsePositives);
        false_negatives.assign_add(sums.FalseNegatives);
    }

    /// <inheritdoc/>
    public override MetricResult result()
    {
        var isHighEnough = Constrained() >= (float)value;
        return ops.max(ops.where(isHighEnough, Wanted(), Tensor.Full(0, num_thresholds)));
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["class_id"] = class_id, ["num_thresholds"] = num_thresholds, [valueName] = value };

    /// <summary>The rate that must be high enough, at each threshold.</summary>
    private protected abstract Tensor Constrained();

    /// <summary>The rate whose best value is the result.</summary>
    private protected abstract Tensor Wanted();

    private protected static Tensor Share(Variable part, Variable rest) => ops.divide_no_nan(part.value, part.value + rest.value);
}
