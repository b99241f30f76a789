using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>
/// The weighted sum of all values. It takes values, not truth and predictions: for training loops written by hand.
/// Source: <see href="https://keras.io/api/metrics/reduction_metrics/#sum-class"/>.
/// </summary>
[KerasExport("keras.metrics.Sum")]
public sealed class Sum : Metric
{
    private readonly RunningMean mean;

    /// <summary>A metric of this name.</summary>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    public Sum(string? name = "sum", string? dtype = null)
        : base(name, dtype) => mean = new RunningMean(this, counts: false);

    /// <summary>Takes values into account.</summary>
    /// <param name="values">Any shape.</param>
    /// <param name="sample_weight">A factor: a number, one per sample, or one per value.</param>
    public void update_state(Tensor values, Tensor? sample_weight = null)
        => mean.Add(keras.ops.cast(values, dtype), sample_weight, reduceBySum: true);

    /// <summary>Not for this metric: it takes values.</summary>
    /// <exception cref="TypeError">Always.</exception>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight)
        => throw new TypeError("Sum.update_state() takes values and sample_weight, not y_true and y_pred: Sum cannot be a metric of compile().");

    /// <inheritdoc/>
    public override MetricResult result() => mean.Total;
}
