using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>
/// The mean of absolute differences, divided by given numbers; where one is 0 the quotient counts as 0.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/keras/metrics/MeanRelativeError"/>.
/// </summary>
/// <param name="normalizer">The divisors along the last axis.</param>
/// <param name="name">The name that logs show; one is made up if not given.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.MeanRelativeError")]
public sealed class MeanRelativeError(IReadOnlyList<double> normalizer, string? name = null, string? dtype = null) : ElementMean(name, dtype)
{
    private readonly float[] divisors = [.. normalizer.Select(n => (float)n)];

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["normalizer"] = normalizer };

    /// <inheritdoc/>
    private protected override Tensor Values(Tensor y_true, Tensor y_pred)
        => keras.ops.divide_no_nan(keras.ops.abs(y_true - y_pred), Tensor.From<float>(divisors, divisors.Length));
}
