using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using static KerasSharp.keras;

namespace KerasSharp.Models.Training;

/// <summary>The loss that <c>compile</c> was given, and its mean over the batches of an epoch, weighted by their sizes.</summary>
/// <param name="loss">The loss; null trains by penalties alone.</param>
/// <param name="loss_weights">A factor of the loss.</param>
internal sealed class CompiledLoss(Loss? loss, double? loss_weights = null)
{
    private RunningMean mean;

    /// <summary>The loss; null if none was given.</summary>
    public Loss? Loss => loss;

    /// <summary>The factor of the loss; null if none was given.</summary>
    public double? LossWeights => loss_weights;

    /// <summary>The loss of a batch with its penalties, to be differentiated; the running mean takes it into account.</summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">The model's output.</param>
    /// <param name="sample_weight">A weight per sample.</param>
    /// <param name="penalties">What regularizers and activities add.</param>
    public Tensor apply(Tensor y_true, Tensor y_pred, Tensor? sample_weight, IReadOnlyList<Tensor> penalties)
    {
        MatchRank(ref y_true, ref sample_weight, y_pred);
        var total = loss?.apply(y_true, y_pred, sample_weight);
        if (total is not null && loss_weights is { } factor)
        {
            total *= (float)factor;
        }

        for (var i = 0; i < penalties.Count; i++)
        {
            total = total is null ? penalties[i] : total + penalties[i];
        }

        total ??= Tensor.Scalar(0);
        mean.Add(total.ndim == 0 ? total.item() : ops.mean(total).item(), y_true.dim(0));
        return total;
    }

    /// <summary>The mean since the last reset.</summary>
    public float result() => mean.Mean;

    /// <summary>Forgets all batches.</summary>
    public void reset_state() => mean = default;

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
}
