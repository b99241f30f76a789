using KerasSharp.Engine;
using KerasSharp.Losses;
using static KerasSharp.keras;

namespace KerasSharp.Metrics;

/// <summary>The weighted sum of all values so far, and the sum of their weights: float32, as Keras's variables <c>total</c> and <c>count</c>.</summary>
internal struct RunningMean
{
    /// <summary>The sum of the values with their weights.</summary>
    public float Total { get; private set; }

    /// <summary>The sum of the weights.</summary>
    public float Count { get; private set; }

    /// <summary>The mean; 0 of nothing.</summary>
    public readonly float Mean => Count == 0 ? 0 : Total / Count;

    /// <summary>Adds one number.</summary>
    public void Add(float value, float weight)
    {
        Total += value * weight;
        Count += weight;
    }

    /// <summary>Adds each element of a tensor.</summary>
    /// <param name="values">The values, float32.</param>
    /// <param name="weights">A number, one weight per sample, or one per value; 1 if not given.</param>
    /// <param name="reduceBySum">Where weights have fewer axes than values: whether the values beyond are summed, not averaged.</param>
    public void Add(Tensor values, Tensor? weights, bool reduceBySum = false)
    {
        if (weights is null)
        {
            Total += ops.sum(values).item();
            Count += values.size;
            return;
        }

        weights = LossesUtils.AlignWeights(values, weights);
        if (weights.ndim != 0 && !Fits(weights, values))
        {
            int[] beyond = [.. Enumerable.Range(weights.ndim, values.ndim - weights.ndim)];
            values = reduceBySum ? ops.sum(values, beyond) : ops.mean(values, beyond);
        }

        Total += ops.sum(values * weights).item();
        Count += ops.sum(weights).item() * values.size / weights.size;
    }

    private static bool Fits(Tensor weights, Tensor values)
    {
        var fits = weights.ndim == values.ndim;
        for (var i = 0; fits && i < weights.ndim; i++)
        {
            fits = weights.dim(i) == 1 || weights.dim(i) == values.dim(i);
        }

        return fits ? true : weights.ndim < values.ndim ? false
            : throw new ValueError($"Weights of shape {weights.shape} do not fit values of shape {values.shape}.");
    }
}
