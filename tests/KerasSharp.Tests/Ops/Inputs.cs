namespace KerasSharp.Tests.Ops;

/// <summary>Random shapes and values of a seed.</summary>
internal sealed class Inputs(int seed)
{
    private readonly Random random = new(seed);

    public int Next(int low, int high) => random.Next(low, high);

    public T Of<T>(params T[] values) => values[random.Next(values.Length)];

    /// <summary>A shape of some rank, of short axes.</summary>
    public int[] Shape(int lowestRank, int highestRank) => [.. Enumerable.Range(0, random.Next(lowestRank, highestRank + 1)).Select(_ => random.Next(1, 4))];

    /// <summary>Two shapes that broadcast: some axes of length 1, some missing in front.</summary>
    public (int[] First, int[] Second) BroadcastPair()
    {
        var whole = Shape(0, 4);
        int[] Part()
        {
            int[] part = [.. whole.Select(d => random.Next(3) == 0 ? 1 : d)];
            return part[random.Next(0, part.Length + 1)..];
        }

        return random.Next(2) == 0 ? (whole, Part()) : (Part(), whole);
    }

    /// <summary>
    /// Distinct values in -2.5 … 2.5, at least 0.05 from 0, from the bounds of clip and from each other: no kink and no tie is near.
    /// </summary>
    public (float[] Values, int[] Shape) Away(int[] shape)
    {
        var size = shape.Aggregate(1, (product, d) => product * d);
        var places = Enumerable.Range(0, Math.Max(24, size)).ToArray();
        random.Shuffle(places);
        return ([.. places.Take(size).Select(p => (p % 2 == 0 ? 1 : -1) * (0.1f + (2.4f * (p + (0.2f * random.NextSingle())) / places.Length)))], shape);
    }

    /// <summary>Values between two bounds.</summary>
    public (float[] Values, int[] Shape) Between(double low, double high, int[] shape) =>
        ([.. Enumerable.Range(0, shape.Aggregate(1, (product, d) => product * d)).Select(_ => (float)(low + ((high - low) * random.NextDouble())))], shape);
}
