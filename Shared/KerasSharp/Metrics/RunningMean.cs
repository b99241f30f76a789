using KerasSharp.Engine;
using KerasSharp.Losses;
using static KerasSharp.keras;

namespace KerasSharp.Metrics;

/// <summary>The weighted sum of all values so far, and the sum of their weights: Keras's variables <c>total</c> and <c>count</c>, float32.</summary>
internal sealed class RunningMean
{
    private readonly Variable total;
    private readonly Variable? count;

    /// <summary>Makes the variables of a metric.</summary>
    /// <param name="owner">The metric whose state they are.</param>
    /// <param name="counts">Whether weights are counted; a sum has no need of it.</param>
    public RunningMean(Metric owner, bool counts = true)
    {
        total = owner.add_weight("total");
        count = counts ? owner.add_weight("count") : null;
    }

    /// <summary>The sum of the values with their weights.</summary>
    public Tensor Total => ops.copy(total.value);

    /// <summary>The mean; 0 of nothing.</summary>
    public Tensor Mean => ops.divide_no_nan(total.value, count!.value);

    /// <summary>Adds one number, a tensor of rank 0, that counts as often as a batch has samples.</summary>
    public void Add(Tensor value, int weight)
    {
        using var scope = TensorScope.Begin();
        value = ops.stop_gradient(value);
        total.assign(total.value + (value.ndim == 0 ? value : ops.mean(value)) * weight);
        count!.assign(count.value + weight);
    }

    /// <summary>Adds each element of a tensor.</summary>
    /// <param name="values">The values, float32.</param>
    /// <param name="weights">A number, one weight per sample, or one per value; 1 if not given.</param>
    /// <param name="reduceBySum">Where weights have fewer axes than values: whether the values beyond are summed, not averaged.</param>
    public void Add(Tensor values, Tensor? weights, bool reduceBySum = false)
    {
        // What is computed on the way goes back to the pool at once, also outside of fit.
        using var scope = TensorScope.Begin();
        values = ops.stop_gradient(values);
        if (weights is null)
        {
            total.assign(total.value + (values.ndim == 0 ? values : ops.sum(values)));
            count?.assign(count.value + values.size);
            return;
        }

        weights = LossesUtils.AlignWeights(values, weights);
        if (weights.ndim != 0 && !Fits(weights, values))
        {
            int[] beyond = [.. Enumerable.Range(weights.ndim, values.ndim - weights.ndim)];
            values = reduceBySum ? ops.sum(values, beyond) : ops.mean(values, beyond);
        }

        total.assign(total.value + ops.sum(values * weights));
        count?.assign(count.value + (ops.sum(weights) * values.size / weights.size));
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
