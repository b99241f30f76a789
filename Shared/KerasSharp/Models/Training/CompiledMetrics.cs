using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Metrics;

namespace KerasSharp.Models.Training;

/// <summary>
/// The metrics that <c>compile</c> was given: Keras's <c>model.compiled_metrics</c>. What a name means, and so what it is called, is known
/// after the first batch. Several outputs put their names before those of their metrics: <c>kind_accuracy</c>.
/// </summary>
public sealed class CompiledMetrics
{
    private IReadOnlyList<string>? names;
    private Metric[][]? plain;
    private Metric[][] weighted = [];
    private Metric[] ordered = [];

    internal CompiledMetrics(MetricNest? metrics = null, MetricNest? weighted_metrics = null, IReadOnlyList<string>? output_names = null)
        => (Given, GivenWeighted, names) = (metrics, weighted_metrics, output_names);

    /// <summary>The metrics in the order of the logs; none before the first batch.</summary>
    public IReadOnlyList<Metric> metrics => ordered;

    /// <summary>What <c>compile</c> was given.</summary>
    internal MetricNest? Given { get; }

    /// <summary>What <c>compile</c> was given as weighted metrics.</summary>
    internal MetricNest? GivenWeighted { get; }

    /// <summary>Whether the first batch was seen.</summary>
    internal bool IsBuilt => plain is not null;

    /// <summary>The metrics that ignore sample weights, by output; none before the first batch.</summary>
    internal IReadOnlyList<IReadOnlyList<Metric>> Metrics => plain ?? [];

    /// <summary>The metrics that use the sample weights, by output; none before the first batch.</summary>
    internal IReadOnlyList<IReadOnlyList<Metric>> WeightedMetrics => weighted;

    /// <summary>Takes a batch into account.</summary>
    /// <param name="y_true">The truth, batch first; one for each output.</param>
    /// <param name="y_pred">The model's output, or its outputs.</param>
    /// <param name="sample_weight">A weight per sample, for the weighted metrics.</param>
    /// <exception cref="ValueError">There are more or fewer truths than outputs, in Keras's words.</exception>
    public void update_state(Tensor? y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        ArgumentNullException.ThrowIfNull(y_pred);
        if (plain is null)
        {
            OutputNames.RequireLengths(y_pred.Nest, y_true?.Nest);
        }

        if (Given is null && GivenWeighted is null)
        {
            plain ??= [];
            return;
        }

        if (y_pred is not Tensors && y_true is not Tensors && sample_weight is not Tensors)
        {
            if (plain is null)
            {
                Build(y_pred.Nest, [y_true]);
            }

            Update(0, y_true, y_pred, sample_weight);
            return;
        }

        var outputs = y_pred.Nest;
        names ??= OutputNames.Of(outputs);
        var truths = OutputNames.OnePerOutput(outputs, names, y_true?.Nest);
        if (plain is null)
        {
            Build(outputs, truths);
        }

        var weights = OutputNames.OnePerOutput(outputs, names, sample_weight?.Nest);
        var predictions = outputs.flatten();
        for (var i = 0; i < Math.Min(predictions.Count, Math.Min(truths.Count, weights.Count)); i++)
        {
            Update(i, truths[i], predictions[i], weights[i]);
        }
    }

    /// <summary>Forgets all batches.</summary>
    public void reset_state()
    {
        foreach (var metric in ordered)
        {
            metric.reset_state();
        }
    }

    /// <summary>Finds out what names mean for these outputs, and gives each metric a name of its own.</summary>
    /// <exception cref="ValueError">Two metrics have one name, in Keras's words.</exception>
    internal void Build(Nest<Tensor> outputs, IReadOnlyList<Tensor?> truths)
    {
        var shapes = outputs.flatten().Select((output, i) => (True: i < truths.Count ? truths[i]?.shape ?? output.shape : output.shape, Pred: output.shape));
        Build(outputs, [.. shapes]);
    }

    /// <inheritdoc cref="Build(Nest{Tensor}, IReadOnlyList{Tensor})"/>
    internal void Build(Nest<Tensor> outputs, (TensorShape True, TensorShape Pred)[] shapes)
    {
        names ??= OutputNames.Of(outputs);
        plain = Resolve(outputs, Given, shapes);
        weighted = Resolve(outputs, GivenWeighted, shapes);
        var taken = new HashSet<string>();
        for (var i = 0; i < shapes.Length; i++)
        {
            var prefix = shapes.Length > 1 ? $"{(i < names.Count ? names[i] : $"output_{i + 1}")}_" : "";
            foreach (var metric in plain[i])
            {
                Claim(taken, metric, prefix + metric.OwnName);
            }

            foreach (var metric in weighted[i])
            {
                Claim(taken, metric, taken.Contains(prefix + metric.OwnName) ? $"{prefix}weighted_{metric.OwnName}" : prefix + metric.OwnName);
            }
        }

        ordered = [.. plain.Zip(weighted).SelectMany(pair => pair.First.Concat(pair.Second))];
    }

    private static void Claim(HashSet<string> taken, Metric metric, string name)
    {
        metric.Rename(name);
        if (!taken.Add(name))
        {
            throw new ValueError($"Found two metrics with the same name: {name}. All the metrics added to the model need to have unique names.");
        }
    }

    private Metric[][] Resolve(Nest<Tensor> outputs, MetricNest? given, (TensorShape True, TensorShape Pred)[] shapes)
    {
        var nest = given?.Nest;

        // A flat list goes to every output, whatever its length; each then has metrics of its own.
        var isFlat = nest is null || nest.IsLeaf || (nest.IsList && nest.All(item => item.IsLeaf));
        OutputNames.RequireLengths(outputs, isFlat ? null : nest);
        var perOutput = isFlat ? [.. shapes.Select(_ => nest)] : OutputNames.PerOutput(outputs, names!, nest);
        return [.. shapes.Select((s, i) => i < perOutput.Count && perOutput[i] is { } items
            ? items.flatten().OfType<MetricIdentifier>().Select(m => isFlat && shapes.Length > 1 ? m.resolve_copy(s.True, s.Pred) : m.resolve(s.True, s.Pred)).ToArray()
            : [])];
    }

    private void Update(int output, Tensor? y_true, Tensor y_pred, Tensor? sample_weight)
    {
        if (y_true is null || output >= plain!.Length || (plain[output].Length == 0 && weighted[output].Length == 0))
        {
            return;
        }

        CompiledLoss.MatchRank(ref y_true, ref sample_weight, y_pred);
        var mask = OutputMasks.Of(y_pred);
        foreach (var metric in plain[output])
        {
            metric.update_state(y_true, y_pred, mask);
        }

        if (mask is not null)
        {
            sample_weight = LossesUtils.ApplyMask(mask, sample_weight, "none");
        }

        foreach (var metric in weighted[output])
        {
            metric.update_state(y_true, y_pred, sample_weight);
        }
    }
}
