namespace KerasSharp.Engine;

/// <summary>
/// TensorFlow's random numbers on a CPU: Philox 4x32-10. Block i is four 32-bit words, computed of the key and the counter <c>start + i</c>
/// alone, so that any part of the stream can be had by itself, on every system and by any number of threads with the same bits.
/// Source: Salmon and others, Parallel Random Numbers: As Easy as 1, 2, 3 (2011).
/// </summary>
/// <param name="Key">Two words, the first one low.</param>
/// <param name="Start">The counter of block 0.</param>
internal readonly record struct Philox(ulong Key, UInt128 Start)
{
    private const ulong ScrambleKey = 0x02461E293EC8F720;

    /// <summary>The generator of a stateless function, whose seed is two whole numbers.</summary>
    public static Philox OfSeed(long first, long second)
    {
        Span<uint> mix = stackalloc uint[4];
        PhiloxBlocks.Fill(mix, ScrambleKey, new((ulong)second, (ulong)first));
        return new(Pair(mix[0], mix[1]), new(Pair(mix[2], mix[3]), 0));
    }

    /// <summary>The generator of a stateful operation: of the global seed and its own. TensorFlow takes (0, 2^31 - 1) for (0, 0).</summary>
    public static Philox OfOperation(long global, long own) => new((ulong)global, new(global == 0 && own == 0 ? int.MaxValue : (ulong)own, 0));

    /// <summary>The same generator some blocks further on.</summary>
    public Philox Skip(UInt128 blocks) => this with { Start = Start + blocks };

    /// <summary>Fills with words, from block 0 on.</summary>
    public void Words(Span<uint> words) => PhiloxBlocks.Fill(words, Key, Start);

    private static ulong Pair(uint low, uint high) => ((ulong)high << 32) | low;
}
