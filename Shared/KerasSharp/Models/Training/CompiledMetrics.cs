using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Metrics;

namespace KerasSharp.Models.Training;

/// <summary>The metrics that <c>compile</c> was given. What a name means, and so what it is called, is known after the first batch.</summary>
/// <param name="metrics">Metrics that ignore sample weights.</param>
/// <param name="weighted_metrics">Metrics that heed them.</param>
internal sealed class CompiledMetrics(IReadOnlyList<MetricIdentifier>? metrics = null, IReadOnlyList<MetricIdentifier>? weighted_metrics = null)
{
    private Metric[]? plain;
    private Metric[] weighted = [];

    /// <summary>What <c>compile</c> was given.</summary>
    public IReadOnlyList<MetricIdentifier>? Given => metrics;

    /// <summary>What <c>compile</c> was given as weighted metrics.</summary>
    public IReadOnlyList<MetricIdentifier>? GivenWeighted => weighted_metrics;

    /// <summary>Whether the first batch was seen.</summary>
    public bool IsBuilt => plain is not null;

    /// <summary>The metrics that ignore sample weights; none before the first batch.</summary>
    public IReadOnlyList<Metric> Metrics => plain ?? [];

    /// <summary>The metrics that heed sample weights; none before the first batch.</summary>
    public IReadOnlyList<Metric> WeightedMetrics => weighted;

    /// <summary>The names in the logs, in order; none before the first batch.</summary>
    public IReadOnlyList<string> Names => [.. Metrics.Concat(weighted).Select(m => m.name)];

    /// <summary>Takes a batch into account.</summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">The model's output.</param>
    /// <param name="sample_weight">A weight per sample, for the weighted metrics.</param>
    public void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight)
    {
        if (plain is null)
        {
            Build(y_true.shape, y_pred.shape);
        }

        CompiledLoss.MatchRank(ref y_true, ref sample_weight, y_pred);
        foreach (var metric in plain!)
        {
            metric.update_state(y_true, y_pred);
        }

        foreach (var metric in weighted)
        {
            metric.update_state(y_true, y_pred, sample_weight);
        }
    }

    /// <summary>Adds the values since the last reset to the logs.</summary>
    public void AddTo(Logs logs)
    {
        foreach (var metric in plain ?? [])
        {
            logs[metric.name] = metric.result();
        }

        foreach (var metric in weighted)
        {
            logs[metric.name] = metric.result();
        }
    }

    /// <summary>Forgets all batches.</summary>
    public void reset_state()
    {
        foreach (var metric in plain ?? [])
        {
            metric.reset_state();
        }

        foreach (var metric in weighted)
        {
            metric.reset_state();
        }
    }

    /// <summary>Finds out what names mean for these shapes, and gives each metric a name of its own.</summary>
    /// <exception cref="ValueError">Two metrics have one name, in Keras's words.</exception>
    public void Build(TensorShape y_true, TensorShape y_pred)
    {
        plain = [.. (metrics ?? []).Select(m => m.resolve(y_true, y_pred))];
        weighted = [.. (weighted_metrics ?? []).Select(m => m.resolve(y_true, y_pred))];
        var names = new HashSet<string>();
        foreach (var metric in plain)
        {
            Claim(names, metric);
        }

        foreach (var metric in weighted)
        {
            if (names.Contains(metric.name))
            {
                metric.name = $"weighted_{metric.name}";
            }

            Claim(names, metric);
        }
    }

    private static void Claim(HashSet<string> names, Metric metric)
    {
        if (!names.Add(metric.name))
        {
            throw new ValueError($"Found two metrics with the same name: {metric.name}. All the metrics added to the model need to have unique names.");
        }
    }
}
