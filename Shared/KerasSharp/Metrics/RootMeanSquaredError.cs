using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>
/// The root of the mean squared difference, over all elements of all batches.
/// Source: <see href="https://keras.io/api/metrics/regression_metrics/#rootmeansquarederror-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.RootMeanSquaredError")]
public sealed class RootMeanSquaredError(string? name = "root_mean_squared_error", string? dtype = null) : ElementMean(name, dtype)
{
    /// <inheritdoc/>
    public override MetricResult result() => keras.ops.sqrt(base.result());

    /// <inheritdoc/>
    private protected override Tensor Values(Tensor y_true, Tensor y_pred) => keras.ops.square(y_pred - y_true);
}
