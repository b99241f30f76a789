using KerasSharp.Metrics;

namespace KerasSharp.Models.Training;

/// <summary>All metrics of a model: compiled ones, those in its fields (Keras tracks what is assigned to an attribute), added ones.</summary>
/// <param name="model">The model.</param>
internal sealed class ModelMetrics(Model model)
{
    private Metric[]? ofFields;
    private IReadOnlyList<Metric>? all;
    private IReadOnlyList<Metric> compiledLoss = [];
    private IReadOnlyList<Metric> compiledMetrics = [];

    /// <summary>The list, made anew only when one of its parts is another than at the last call.</summary>
    public IReadOnlyList<Metric> Of(IReadOnlyList<Metric> loss, IReadOnlyList<Metric> metrics, IReadOnlyList<Metric> added)
    {
        ofFields ??= [.. model.Tracked.Metrics];
        if (all is null || !ReferenceEquals(loss, compiledLoss) || !ReferenceEquals(metrics, compiledMetrics))
        {
            (compiledLoss, compiledMetrics) = (loss, metrics);
            all = [.. loss.Concat(metrics).Concat(ofFields).Concat(added).Distinct()];
        }

        return all;
    }

    /// <summary>A part may have changed, a field been set: looks at all of them again.</summary>
    public void Forget() => (all, ofFields) = (null, null);
}
