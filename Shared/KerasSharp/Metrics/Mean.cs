using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>
/// The weighted mean of all values. It takes values, not truth and predictions: for training loops written by hand.
/// Source: <see href="https://keras.io/api/metrics/reduction_metrics/#mean-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.Mean")]
public sealed class Mean(string? name = "mean", string? dtype = null) : Metric(name, dtype)
{
    private RunningMean mean;

    /// <summary>Takes values into account.</summary>
    /// <param name="values">Any shape.</param>
    /// <param name="sample_weight">A factor: a number, one per sample, or one per value.</param>
    public void update_state(Tensor values, Tensor? sample_weight = null)
        => mean.Add(keras.ops.cast(values, dtype), sample_weight, reduceBySum: false);

    /// <summary>Not for this metric: it takes values.</summary>
    /// <exception cref="TypeError">Always.</exception>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight)
        => throw new TypeError("Mean.update_state() takes values and sample_weight, not y_true and y_pred: Mean cannot be a metric of compile().");

    /// <inheritdoc/>
    public override float result() => mean.Mean;

    /// <inheritdoc/>
    public override void reset_state() => mean = default;
}
