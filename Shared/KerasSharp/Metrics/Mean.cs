using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>
/// The weighted mean of all values. It takes values, not truth and predictions: for training loops written by hand.
/// Source: <see href="https://keras.io/api/metrics/reduction_metrics/#mean-class"/>.
/// </summary>
[KerasExport("keras.metrics.Mean")]
public sealed class Mean : Metric
{
    private readonly RunningMean mean;

    /// <summary>A metric of this name.</summary>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    public Mean(string? name = "mean", string? dtype = null)
        : base(name, dtype) => mean = new RunningMean(this);

    /// <summary>Takes values into account.</summary>
    /// <param name="values">Any shape.</param>
    /// <param name="sample_weight">A factor: a number, one per sample, or one per value.</param>
    public void update_state(Tensor values, Tensor? sample_weight = null)
        => mean.Add(keras.ops.cast(values, dtype), sample_weight, reduceBySum: false);

    /// <summary>Takes the loss of a batch into account, weighted by the number of its samples.</summary>
    internal void Add(Tensor value, int samples) => mean.Add(value, samples);

    /// <summary>Not for this metric: it takes values.</summary>
    /// <exception cref="TypeError">Always.</exception>
    public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight)
        => throw new TypeError("Mean.update_state() takes values and sample_weight, not y_true and y_pred: Mean cannot be a metric of compile().");

    /// <inheritdoc/>
    public override MetricResult result() => mean.Mean;
}
