using KerasSharp.Metrics;

namespace KerasSharp.Models.Training;

/// <summary>All metrics of a model: compiled ones, those in its fields and in those of its layers, added ones.</summary>
/// <param name="model">The model.</param>
internal sealed class ModelMetrics(Model model)
{
    private int addedVersion;
    private IReadOnlyList<Metric>? all;
    private IReadOnlyList<Metric> compiledLoss = [];
    private IReadOnlyList<Metric> compiledMetrics = [];

    /// <summary>The list, made anew only when one of its parts is another than at the last call.</summary>
    public IReadOnlyList<Metric> Of(IReadOnlyList<Metric> loss, IReadOnlyList<Metric> metrics)
    {
        var version = Layers.Layer.AddedMetricsVersion;
        if (all is null || version != addedVersion || !ReferenceEquals(loss, compiledLoss) || !ReferenceEquals(metrics, compiledMetrics))
        {
            (compiledLoss, compiledMetrics, addedVersion) = (loss, metrics, version);
            all = [.. loss.Concat(metrics).Concat(model.OwnMetrics).Distinct()];
        }

        return all;
    }

    /// <summary>A part may have changed, a field been set: looks at all of them again.</summary>
    public void Forget() => all = null;
}
