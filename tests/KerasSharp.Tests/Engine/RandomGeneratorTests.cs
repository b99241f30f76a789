using KerasSharp.Engine;

namespace KerasSharp.Tests.Engine;

public class RandomGeneratorTests
{
    [Fact]
    public void The_first_numbers_are_those_of_the_published_algorithm()
    {
        // xoshiro256** from the state (1, 2, 3, 4): rotl(s1 * 5, 7) * 9 by hand gives 11520, then 0.
        var generator = new RandomGenerator(0) { State = (1, 2, 3, 4) };
        Assert.Equal(11520UL, generator.NextBits());
        Assert.Equal(0UL, generator.NextBits());
        Assert.Equal(1509978240UL, generator.NextBits());
    }

    [Fact]
    public void A_seed_gives_the_same_numbers()
    {
        var a = new RandomGenerator(42);
        var b = new RandomGenerator(42);
        Assert.Equal(Enumerable.Range(0, 100).Select(_ => a.NextBits()), Enumerable.Range(0, 100).Select(_ => b.NextBits()));
        Assert.NotEqual(new RandomGenerator(43).NextBits(), new RandomGenerator(42).NextBits());
    }

    [Fact]
    public void Whole_numbers_are_spread_evenly()
    {
        var generator = new RandomGenerator(1);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[generator.NextInt(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400)); // 10,000 ± 4 standard deviations
    }

    [Fact]
    public void Normal_numbers_have_mean_0_and_deviation_1()
    {
        var generator = new RandomGenerator(2);
        var values = Enumerable.Range(0, 100_000).Select(_ => generator.NextNormal()).ToArray();
        Assert.InRange(values.Average(), -0.013, 0.013);
        Assert.InRange(values.Average(v => v * v), 0.98, 1.02);
    }

    [Fact]
    public void Shuffling_loses_nothing()
    {
        var values = Enumerable.Range(0, 1000).ToArray();
        new RandomGenerator(3).Shuffle(values);
        Assert.NotEqual(Enumerable.Range(0, 1000), values);
        Assert.Equal(Enumerable.Range(0, 1000), values.Order());
    }
}
