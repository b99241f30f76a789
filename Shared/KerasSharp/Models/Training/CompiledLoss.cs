using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using static KerasSharp.keras;

namespace KerasSharp.Models.Training;

/// <summary>
/// The losses that <c>compile</c> was given, and their means over the batches of an epoch, weighted by their sizes: Keras's
/// <c>model.compiled_loss</c>. Several outputs have a mean each, called <c>kind_loss</c>.
/// </summary>
public sealed class CompiledLoss
{
    private readonly Mean mean = new("loss");
    private IReadOnlyList<string>? names;
    private Loss?[]? losses;
    private double?[] factors = [];
    private Mean?[] means = [];
    private Metric[] all = [];

    internal CompiledLoss(LossNest? loss, LossWeights? loss_weights = null, IReadOnlyList<string>? output_names = null)
        => (Given, GivenWeights, names) = (loss, loss_weights, output_names);

    /// <summary>The running means: of the whole loss, and of each output where there are several; none before the first batch.</summary>
    public IReadOnlyList<Metric> metrics => all;

    /// <summary>What <c>compile</c> was given.</summary>
    internal LossNest? Given { get; }

    /// <summary>The factors that <c>compile</c> was given.</summary>
    internal LossWeights? GivenWeights { get; }

    /// <summary>What <see cref="apply"/> gave if there was neither a loss nor a penalty: no training can follow.</summary>
    internal Tensor? Nothing { get; private set; }

    /// <summary>The loss of a batch with its penalties, to be differentiated; the running means take it into account.</summary>
    /// <param name="y_true">The truth, batch first; one for each output, or null where an output has none.</param>
    /// <param name="y_pred">The model's output, or its outputs.</param>
    /// <param name="sample_weight">A weight per sample, for all outputs or for each.</param>
    /// <param name="regularization_losses">What regularizers, activities and <c>add_loss</c> add.</param>
    /// <returns>A number, unless a loss has the reduction <c>none</c>.</returns>
    /// <exception cref="ValueError">Shapes do not fit, or a name is that of no output.</exception>
    public Tensor apply(Tensor? y_true, Tensor y_pred, Tensor? sample_weight = null, IReadOnlyList<Tensor>? regularization_losses = null)
    {
        ArgumentNullException.ThrowIfNull(y_pred);
        if (losses is null)
        {
            Build(y_pred.Nest);
        }

        Tensor? total = null;
        int? samples = null;
        if (y_pred is not Tensors && y_true is not Tensors && sample_weight is not Tensors)
        {
            Add(0, y_true, y_pred, sample_weight, ref total, ref samples);
        }
        else
        {
            var outputs = y_pred.Nest;
            var truths = OutputNames.OnePerOutput(outputs, names!, y_true?.Nest);
            var weights = OutputNames.OnePerOutput(outputs, names!, sample_weight?.Nest);
            var predictions = outputs.flatten();
            for (var i = 0; i < Math.Min(predictions.Count, Math.Min(losses!.Length, Math.Min(truths.Count, weights.Count))); i++)
            {
                Add(i, truths[i], predictions[i], weights[i], ref total, ref samples);
            }
        }

        for (var i = 0; i < (regularization_losses?.Count ?? 0); i++)
        {
            total = total is null ? regularization_losses![i] : total + regularization_losses![i];
        }

        Nothing = total is null ? total = Tensor.Scalar(0) : null;
        mean.Add(total, samples ?? 1);
        return total;
    }

    /// <summary>The mean of the whole loss since the last reset.</summary>
    public float result() => mean.result();

    /// <summary>Forgets all batches.</summary>
    public void reset_state()
    {
        mean.reset_state();
        foreach (var metric in means)
        {
            metric?.reset_state();
        }
    }

    /// <summary>Labels and weights of rank 1 become columns where predictions have rank 2, as in Keras.</summary>
    internal static void MatchRank(ref Tensor y_true, ref Tensor? sample_weight, Tensor y_pred)
    {
        if (y_pred.ndim == 2 && y_true.ndim == 1)
        {
            y_true = ops.expand_dims(y_true, -1);
        }

        if (y_pred.ndim == 2 && sample_weight is { ndim: 1 })
        {
            sample_weight = ops.expand_dims(sample_weight, -1);
        }
    }

    private void Build(Nest<Tensor> outputs)
    {
        names ??= OutputNames.Of(outputs);
        losses = [.. OutputNames.OnePerOutput(outputs, names, Given?.Nest)];
        factors = [.. OutputNames.OnePerOutput(outputs, names, GivenWeights?.Nest)];
        means = outputs.flatten().Count == 1 ? [] : [.. losses.Zip(names, (loss, name) => loss is null ? null : new Mean($"{name}_loss"))];
        all = [mean, .. means.OfType<Mean>()];
    }

    private void Add(int output, Tensor? y_true, Tensor y_pred, Tensor? sample_weight, ref Tensor? total, ref int? samples)
    {
        if (y_true is null || losses![output] is not { } loss)
        {
            return;
        }

        MatchRank(ref y_true, ref sample_weight, y_pred);
        if (OutputMasks.Of(y_pred) is { } mask)
        {
            sample_weight = LossesUtils.ApplyMask(mask, sample_weight, "none");
        }

        var value = loss.apply(y_true, y_pred, sample_weight);
        samples ??= y_true.dim(0);
        if (means.Length > output && means[output] is { } metric)
        {
            metric.Add(value, samples.Value);
        }

        if (output < factors.Length && factors[output] is { } factor)
        {
            value *= (float)factor;
        }

        total = total is null ? value : total + value;
    }
}
