using System.Text.Json;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Golden;

public class LcgTests
{
    private static readonly JsonElement Expected = GoldenFile.Load("training.json").GetProperty("lcg");

    private static long Seed => Expected.GetProperty("seed").GetInt64();

    [Fact]
    public void States_and_numbers_are_those_of_the_golden_file()
    {
        var lcg = new Lcg(Seed);
        foreach (var state in Expected.GetProperty("states_after_each_step").EnumerateArray())
        {
            lcg.Number();
            Assert.Equal(state.GetUInt32(), lcg.State);
        }

        lcg = new Lcg(Seed);
        Assert.All(Expected.GetProperty("numbers").EnumerateArray(), number => Assert.Equal(number.GetDouble(), lcg.Number()));
    }

    [Fact]
    public void Uniform_numbers_whole_numbers_and_weights_are_those_of_the_golden_file()
    {
        foreach (var entry in Expected.EnumerateObject().Where(p => p.Name.Contains('(', StringComparison.Ordinal)))
        {
            var lcg = new Lcg(Seed);
            var numbers = System.Text.RegularExpressions.Regex.Matches(entry.Name, @"-?\d+").Select(m => int.Parse(m.Value)).ToArray();
            if (entry.Name.StartsWith("uniform", StringComparison.Ordinal))
            {
                Assert.Equal(new GoldenArray(entry.Value).ToFloats(), lcg.Uniform(numbers[0], numbers[1], numbers[2]));
            }
            else if (entry.Name.StartsWith("integers", StringComparison.Ordinal))
            {
                Assert.Equal(entry.Value.EnumerateArray().Select(v => v.GetInt32()), lcg.Integers(numbers[0], numbers[1]));
            }
            else
            {
                var arrays = entry.Value.EnumerateArray().Select(a => new GoldenArray(a)).ToArray();
                Assert.Equal(arrays.Select(a => a.ToFloats()), lcg.Weights([.. arrays.Select(a => a.shape)]));
            }
        }
    }

    [Fact]
    public void Digits_are_the_LeNet_cases_data()
    {
        foreach (var c in GoldenFile.Load("training.json").GetProperty("lenet5").EnumerateArray())
        {
            var labels = c.GetProperty("labels").EnumerateArray().Select(v => v.GetInt32()).ToArray();
            var (images, made) = Lcg.Digits(c.GetProperty("n").GetInt32(), c.GetProperty("seed").GetInt64() + 1);
            var first = c.GetProperty("x_first").EnumerateArray().Select(v => v.GetSingle()).ToArray();
            Assert.Equal(labels, made);
            Assert.Equal(first, images[..first.Length]);
            Assert.Equal(c.GetProperty("x_sum").GetDouble(), images.Sum(v => (double)v), 1e-6);
        }
    }
}
