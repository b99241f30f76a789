using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>
/// The best sensitivity at a threshold where the specificity is high enough; 0 if it never is.
/// Source: <see href="https://keras.io/api/metrics/classification_metrics/#sensitivityatspecificity-class"/>.
/// </summary>
/// <param name="specificity">The specificity that must be reached, in [0, 1].</param>
/// <param name="num_thresholds">How many thresholds are tried, evenly from 0 to 1.</param>
/// <param name="class_id">Only this class counts: an index of the last axis.</param>
/// <param name="name">The name that logs show; one is made up if not given.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
/// <exception cref="ValueError">An argument is out of its range.</exception>
[KerasExport("keras.metrics.SensitivityAtSpecificity")]
public sealed class SensitivityAtSpecificity(double specificity, int num_thresholds = 200, int? class_id = null, string? name = null, string? dtype = null)
    : SensitivitySpecificityBase(nameof(specificity), specificity, num_thresholds, class_id, name, dtype)
{
    /// <summary>The specificity that must be reached.</summary>
    public double specificity => value;

    private protected override Tensor Constrained() => Share(true_negatives, false_positives);

    private protected override Tensor Wanted() => Share(true_positives, false_negatives);
}
