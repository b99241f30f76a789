namespace KerasSharp.matplotlib;

/// <summary>Counts values in intervals of one width, as <c>np.histogram</c>: each interval has its lower edge, the last one both.</summary>
internal static class Histogram
{
    /// <exception cref="ValueError"><paramref name="bins"/> is not positive, or the range is not one.</exception>
    public static (double[] Counts, double[] Edges) Count(double[] values, int bins, (double Low, double High)? range)
    {
        if (bins < 1)
            throw new ValueError("`bins` must be positive, when an integer");
        if (range is { } given && !(given.Low <= given.High))
            throw new ValueError("max must be larger than min in range parameter.");
        var finite = values.Where(double.IsFinite).ToArray();
        var (low, high) = range ?? (finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max()));
        if (low == high)
            (low, high) = (low - 0.5, high + 0.5);
        var edges = Enumerable.Range(0, bins + 1).Select(i => i == bins ? high : low + i * ((high - low) / bins)).ToArray();
        var counts = new double[bins];
        foreach (var value in finite.Where(value => value >= low && value <= high))
        {
            // The division may round across an edge: the edges decide.
            var bin = Math.Min((int)((value - low) / (high - low) * bins), bins - 1);
            if (value < edges[bin])
                bin--;
            else if (bin < bins - 1 && value >= edges[bin + 1])
                bin++;
            counts[bin]++;
        }
        return (counts, edges);
    }
}
