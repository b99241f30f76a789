namespace KerasSharp.Layers;

/// <summary>
/// The distribution of numbers in short: values in order, and how many numbers each stands for. Summaries of batches merge, so that quantiles of
/// data that do not fit into memory can be had, up to an error of epsilon.
/// </summary>
/// <param name="Values">The values, in order.</param>
/// <param name="Weights">How many numbers each stands for.</param>
internal readonly record struct QuantileSummary(float[] Values, float[] Weights)
{
    /// <summary>The summary of a batch: every so many values.</summary>
    public static QuantileSummary Of(float[] batch, double epsilon)
    {
        var sorted = (float[])batch.Clone();
        Array.Sort(sorted);
        var first = (int)(sorted.Length / (float)(1 / epsilon));
        var step = Math.Max(first, 1);
        float[] values = [.. Enumerable.Range(0, sorted.Length).Where(i => i >= first && (i - first) % step == 0).Select(i => sorted[i])];
        return new(values, [.. values.Select(_ => (float)step)]);
    }

    /// <summary>This one and another, shortened to 1 / epsilon values.</summary>
    public QuantileSummary Merge(QuantileSummary other, double epsilon)
    {
        float[] values = [.. Values, .. other.Values], weights = [.. Weights, .. other.Weights];
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        return new QuantileSummary(Array.ConvertAll(order, i => values[i]), Array.ConvertAll(order, i => weights[i])).Compress(epsilon);
    }

    /// <summary>The values at the shares epsilon, 2 epsilon, …</summary>
    public QuantileSummary Compress(double epsilon)
    {
        if (Values.Length * epsilon < 1)
        {
            return this;
        }

        var sums = new double[Weights.Length];
        var sum = 0f;
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = sum += Weights[i];
        }

        var shares = Array.ConvertAll(sums, s => (double)((float)s / sum));
        var steps = (int)Math.Ceiling(1 / epsilon);
        var (values, weights, before) = (new float[steps], new float[steps], 0.0);
        for (var i = 0; i < steps; i++)
        {
            var share = epsilon + (i * epsilon);
            values[i] = (float)Interpolate(share, shares, Array.ConvertAll(Values, v => (double)v));
            var until = Interpolate(share, shares, sums);
            weights[i] = (float)(until - before);
            before = until;
        }

        return new(values, weights);
    }

    private static double Interpolate(double x, double[] xs, double[] ys)
    {
        if (x <= xs[0])
        {
            return ys[0];
        }

        if (x >= xs[^1])
        {
            return ys[^1];
        }

        // The last place that is not behind x.
        var at = Array.FindLastIndex(xs, value => value <= x);
        return ys[at] + ((ys[at + 1] - ys[at]) / (xs[at + 1] - xs[at]) * (x - xs[at]));
    }
}
