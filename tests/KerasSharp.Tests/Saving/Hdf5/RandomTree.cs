using KerasSharp.Saving.Hdf5;

namespace KerasSharp.Tests.Saving.Hdf5;

/// <summary>Trees as a seed gives them: groups in groups, datasets of all types and odd shapes, texts of all kinds.</summary>
internal static class RandomTree
{
    private static readonly string[] Names = ["a", "kernel:0", "卷積層", "LeNet-5", "x y", "ünïcode", "very_long_name_of_a_layer_0123456789"];
    private static readonly string[] Texts = ["", "tensorflow", "{\"a\": [1, null]}", "中文 ✓", new('x', 70000)];

    public static Hdf5Group Make(int seed)
    {
        var random = new Random(seed);
        return Group(random, depth: 0);
    }

    private static Hdf5Group Group(Random random, int depth)
    {
        var group = new Hdf5Group();
        Attributes(random, group);
        foreach (var name in Names.Where(_ => random.Next(3) == 0))
        {
            group.Members[name] = random.Next(2) == 0 && depth < 4 ? Group(random, depth + 1) : Dataset(random);
        }

        return group;
    }

    private static Hdf5Dataset Dataset(Random random)
    {
        var shape = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(random.Next(5) == 0 ? 1 : 6)).ToArray();
        var count = shape.Aggregate(1, (product, d) => product * d);
        var dataset = random.Next(4) switch
        {
            0 => new Hdf5Dataset(Make(count, () => (float)random.NextDouble()), shape),
            1 => new Hdf5Dataset(Make(count, () => random.NextDouble() - 0.5), shape),
            2 => new Hdf5Dataset(Make(count, () => random.Next(int.MinValue, int.MaxValue)), shape),
            _ => new Hdf5Dataset(Make(count, () => random.NextInt64(long.MinValue, long.MaxValue)), shape),
        };
        Attributes(random, dataset);
        return dataset;
    }

    private static void Attributes(Random random, Hdf5Node node)
    {
        foreach (var name in Names.Where(_ => random.Next(4) == 0))
        {
            node.Attributes[name] = random.Next(3) switch
            {
                0 => Texts[random.Next(Texts.Length)],
                1 => Make(random.Next(5), () => Texts[random.Next(Texts.Length - 1)]),
                _ => new Hdf5Dataset(Make(3, random.NextDouble), 3),
            };
        }
    }

    private static T[] Make<T>(int count, Func<T> next) => [.. Enumerable.Range(0, count).Select(_ => next())];
}
