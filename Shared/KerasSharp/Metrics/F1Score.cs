using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>
/// The harmonic mean of precision and recall.
/// Source: <see href="https://keras.io/api/metrics/classification_metrics/#f1score-class"/>.
/// </summary>
/// <param name="average">How classes become one number: <c>micro</c>, <c>macro</c>, <c>weighted</c>; a number for each if null.</param>
/// <param name="threshold">A prediction above it counts as true; the largest of each row if null.</param>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
/// <exception cref="ValueError">An argument is none of these, in Keras's words.</exception>
[KerasExport("keras.metrics.F1Score")]
public class F1Score(string? average = null, double? threshold = null, string? name = "f1_score", string? dtype = null)
    : FBetaScore(average, 1.0, threshold, name, dtype)
{
    /// <inheritdoc/>
    public override Config get_config()
    {
        var config = base.get_config();
        config.Remove("beta");
        return config;
    }
}
