using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Tf.Data;

/// <summary>Pipelines of real TensorFlow with all their elements: <c>data.json</c>.</summary>
public class GoldenDatasetTests
{
    private static readonly GoldenCases Pipelines = new("data.json", "cases", waitsFor: (_, c) => DatasetFunctions.WaitsFor(c));
    private static readonly GoldenCases Lengths = new("data.json", "lengths", waitsFor: (_, c) => DatasetFunctions.WaitsFor(c));
    private static readonly GoldenCases Shuffles = new("data.json", "shuffle", waitsFor: (_, c) => DatasetFunctions.WaitsFor(c));

    public static TheoryData<string> PipelineCases => new(Pipelines.Names);

    public static TheoryData<string> LengthCases => new(Lengths.Names);

    public static TheoryData<string> ShuffleCases => new(Shuffles.Names);

    [Theory, MemberData(nameof(PipelineCases))]
    public void A_pipeline_gives_TensorFlow_s_elements(string name) => Pipelines.Run(name, c =>
    {
        if (GoldenFile.Has(c, "build_error"))
        {
            Assert.Equal(c.GetProperty("build_error").GetProperty("message").GetString(), Assert.ThrowsAny<ArgumentException>(() => DatasetFunctions.Build(c)).Message);
            return;
        }

        var dataset = DatasetFunctions.Build(c);
        Assert.Equal(c.GetProperty("cardinality").GetInt64(), dataset.cardinality());
        for (var pass = 0; pass < 2; pass++)
        {
            Elements(c, dataset);
        }

        if (!GoldenFile.Has(c, "iteration_error") && c.GetProperty("elements").GetArrayLength() > 0 && !name.Contains("unknown length", StringComparison.Ordinal))
        {
            Assert.Equal(c.GetProperty("element_spec").GetString(), dataset.element_spec.ToString());
        }
    });

    [Theory, MemberData(nameof(LengthCases))]
    public void A_length_is_TensorFlow_s(string name) => Lengths.Run(name, c =>
    {
        var dataset = DatasetFunctions.Build(c);
        Assert.Equal(c.GetProperty("cardinality").GetInt64(), dataset.cardinality());
        if (GoldenFile.Has(c, "len"))
        {
            Assert.Equal(c.GetProperty("len").GetInt32(), len(dataset));
        }
        else
        {
            Assert.Equal(c.GetProperty("len_error").GetProperty("message").GetString(), Assert.Throws<TypeError>(() => len(dataset)).Message);
        }
    });

    [Theory, MemberData(nameof(ShuffleCases))]
    public void A_shuffle_has_TensorFlow_s_properties(string name) => Shuffles.Run(name, c =>
    {
        if (GoldenFile.Has(c, "build_error"))
        {
            Assert.Equal(c.GetProperty("build_error").GetProperty("message").GetString(), Assert.ThrowsAny<ArgumentException>(() => DatasetFunctions.Build(c)).Message);
            return;
        }

        var properties = c.GetProperty("properties");
        int[] Read(tf.data.Dataset dataset) => [.. dataset.SelectMany(t => keras.ops.cast(t.Nest.flatten()[0], "int32").ToArray<int>())];
        var dataset = DatasetFunctions.Build(c);
        var readings = Enumerable.Range(0, c.GetProperty("iterations").GetInt32()).Select(_ => Read(dataset)).ToArray();
        foreach (var property in properties.EnumerateObject())
        {
            switch (property.Name)
            {
                case "second_is_ten_times_first":
                    Assert.All(dataset, t => Assert.Equal(10 * t.Nest[0].Value.item(), t.Nest[1].Value.item()));
                    break;
                case "permutation":
                    Assert.All(readings, r => Assert.Equal(r.Length, r.Distinct().Count()));
                    break;
                case "element_k_below_k_plus":
                    Assert.All(readings, r => Assert.All(r.Index(), e => Assert.True(e.Item < e.Index + property.Value.GetInt32())));
                    break;
                case "same_order_in_each_iteration":
                    Assert.Equal(property.Value.GetBoolean(), readings.Skip(1).All(r => r.SequenceEqual(readings[0])));
                    break;
                case "a_new_dataset_begins_alike":
                    Assert.Equal(property.Value.GetBoolean(), Read(DatasetFunctions.Build(c)).SequenceEqual(readings[0]));
                    break;
                default:
                    Assert.SkipWhen(true, $"no test of the property {property.Name} yet");
                    break;
            }
        }
    });

    private static void Elements(JsonElement c, tf.data.Dataset dataset)
    {
        using var elements = dataset.GetEnumerator();
        foreach (var want in c.GetProperty("elements").EnumerateArray())
        {
            Assert.True(elements.MoveNext());
            Same(want, elements.Current.Nest);
        }

        if (GoldenFile.Has(c, "iteration_error"))
        {
            Assert.Equal(c.GetProperty("iteration_error").GetProperty("message").GetString(), Assert.ThrowsAny<ArgumentException>(() => elements.MoveNext()).Message);
        }
        else if (!GoldenFile.Has(c, "limit"))
        {
            Assert.False(elements.MoveNext());
        }
    }

    private static void Same(JsonElement want, Nest<Tensor> got)
    {
        if (want.TryGetProperty("tuple", out var items))
        {
            Assert.True(got.IsTuple);
            Assert.Equal(items.GetArrayLength(), got.Count);
            Assert.All(items.EnumerateArray().Index(), i => Same(i.Item, got[i.Index]));
        }
        else if (want.TryGetProperty("pairs", out var pairs))
        {
            Assert.Equal(pairs.EnumerateArray().Select(p => p[0].GetString()).Order(), got.Keys.Order());
            Assert.All(pairs.EnumerateArray(), p => Same(p[1], got[p[0].GetString()!]));
        }
        else
        {
            var array = new GoldenArray(want);
            Assert.Equal(array.shape, got.Value.Dims.ToArray());
            Assert.Equal(array.dtype, got.Value.dtype.Name());
            Assert.Equal(array.ToDoubles(), keras.ops.cast(got.Value, "float64").ToArray<double>());
        }
    }
}
