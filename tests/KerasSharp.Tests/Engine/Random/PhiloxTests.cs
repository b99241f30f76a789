using KerasSharp.Engine;

namespace KerasSharp.Tests.Engine;

/// <summary>The generator's bits by the algorithm's published vectors, and its parts against each other.</summary>
public class PhiloxTests
{
    // The known-answer vectors of the paper's own library, Random123: philox4x32, 10 rounds.
    [Theory]
    [InlineData(0u, 0u, new uint[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 })]
    [InlineData(0xffffffffu, 0xffffffffu, new uint[] { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd })]
    public void A_block_is_that_of_the_published_vectors(uint word, uint key, uint[] expected)
    {
        var wide = ((ulong)word << 32) | word;
        var words = new uint[4];
        new Philox(((ulong)key << 32) | key, new(wide, wide)).Words(words);
        Assert.Equal(expected, words);
    }

    [Fact]
    public void Any_part_of_a_stream_is_the_same_as_within_the_whole()
    {
        // A counter whose lower half overflows on the way.
        var random = Philox.OfSeed(3, 5) with { Start = new(7, ulong.MaxValue - 9) };
        var whole = new uint[4 * 40];
        random.Words(whole);
        for (var block = 0; block < 40; block++)
        {
            for (var length = 1; length <= 4; length++)
            {
                var part = new uint[length];
                random.Skip((ulong)block).Words(part);
                Assert.Equal(whole.AsSpan(4 * block, length).ToArray(), part);
            }
        }
    }

    [Fact]
    public void Python_s_generator_gives_Python_s_numbers()
    {
        // python3 -c "import random; r = random.Random(42); print([r.randint(1, 10**9) for _ in range(3)])" and so on.
        Assert.Equal([686579304, 119540832, 26855093], Numbers(42, 1, 1_000_000_000));
        Assert.Equal([1654615998, 1806341205, 173879092], Numbers(0, 0, int.MaxValue));
        int[] order = [0, 1, 2, 3, 4, 5, 6, 7];
        new PythonRandom(1L << 40).Shuffle<int>(order);
        Assert.Equal([6, 7, 4, 3, 0, 5, 2, 1], order);
        Assert.Equal([41, 19, 50], Numbers(-7, 0, 99));

        static IEnumerable<int> Numbers(long seed, int low, int high)
        {
            var random = new PythonRandom(seed);
            return [.. Enumerable.Range(0, 3).Select(_ => random.RandInt(low, high))];
        }
    }

    [Fact]
    public void Normal_numbers_have_mean_0_and_deviation_1()
    {
        var values = new float[100_000];
        Draw.Normal(values, Philox.OfSeed(2, 0));
        var mean = values.Average(v => (double)v);
        Assert.InRange(mean, -0.013, 0.013); // ± 4 standard deviations
        Assert.InRange(Math.Sqrt(values.Average(v => (v - mean) * (v - mean))), 0.99, 1.01);
    }

    [Fact]
    public void A_state_goes_on_where_it_was_saved()
    {
        var random = new PythonRandom(9);
        random.RandInt(0, 100);
        var state = random.State;
        var next = random.RandInt(0, 1000);
        Assert.Equal(next, new PythonRandom(1) { State = state }.RandInt(0, 1000));
    }
}
