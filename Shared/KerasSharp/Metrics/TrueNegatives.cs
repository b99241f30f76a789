using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>
/// How many values are false and predicted so; with sample weights their sum.
/// Source: <see href="https://keras.io/api/metrics/classification_metrics/#truenegatives-class"/>.
/// </summary>
/// <param name="thresholds">A prediction above it counts as true; 0.5 if not given. With several the result has a number for each.</param>
/// <param name="name">The name that logs show; one is made up if not given.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.TrueNegatives")]
public sealed class TrueNegatives(Thresholds thresholds = default, string? name = null, string? dtype = null)
    : ConfusionMatrixConditionCount(thresholds, name, dtype)
{
    private protected override Tensor Count(in ConfusionCounts.Sums sums) => sums.TrueNegatives;
}
