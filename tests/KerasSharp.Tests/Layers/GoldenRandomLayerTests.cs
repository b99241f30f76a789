using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Layers;

/// <summary>Layers that draw random numbers, by their distribution: random_layers.json. Each draws with a seed, so that the test gives the same result always.</summary>
public class GoldenRandomLayerTests
{
    private static readonly GoldenCases Golden = new(
        "random_layers.json", "cases", waitsFor: (_, c) => GoldenArguments.Missing("layers." + c.GetProperty("class").GetString()));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_random_layer_draws_as_Keras_s(string name) => Golden.Run(name, c =>
    {
        var layer = Create(c, seed: null);
        GoldenConfig.Same(c.GetProperty("config"), layer.get_config());

        var x = Tensor.From(new GoldenArray(c.GetProperty("input")).ToNDArray());
        var inference = layer.apply(x);
        GoldenArray.Close(c.GetProperty("inference_output"), inference.ToArray<float>(), inference.Dims, what: "inference");

        var checks = 0;
        if (c.TryGetProperty("training", out var training) && training.ValueKind == JsonValueKind.Array)
        {
            checks += training.EnumerateArray().Count(t => CheckDistribution(t, Create(c, seed: 1)));
        }

        if (c.TryGetProperty("shared_axes", out var axes))
        {
            CheckSharedAxes(axes, c.GetProperty("scale").GetDouble(), Create(c, seed: 1), x);
            checks++;
        }

        Assert.True(checks > 0, "The file describes the training output in a way that this test does not know yet.");
    });

    private static Layer Create(JsonElement c, int? seed)
    {
        var arguments = GoldenArguments.Of(c);
        arguments["name"] = c.GetProperty("config").GetProperty("name").GetString();
        if (seed is not null)
        {
            arguments["seed"] = seed;
        }

        return (Layer)GoldenArguments.Create("layers." + c.GetProperty("class").GetString(), arguments);
    }

    private static bool CheckDistribution(JsonElement expected, Layer layer)
    {
        int[] shape = [.. expected.GetProperty("shape_of_one_call").EnumerateArray().Select(d => d.GetInt32())];
        var x = Tensor.Full((float)expected.GetProperty("input_value").GetDouble(), shape);
        var calls = expected.GetProperty("samples").GetInt32() / x.size;
        var values = Enumerable.Range(0, calls).SelectMany(_ => layer.apply(x, training: true).ToArray<float>()).ToArray();

        // Where whole maps are dropped together there are far fewer draws.
        var tolerance = layer.GetType().Name.StartsWith("Spatial", StringComparison.Ordinal) ? 0.05 : 0.02;
        var std = expected.GetProperty("std").GetDouble();
        var mean = values.Average(v => (double)v);
        Assert.Equal(expected.GetProperty("mean").GetDouble(), mean, (tolerance * std) + 1e-6);
        Assert.Equal(std, Math.Sqrt(values.Average(v => (v - mean) * (v - mean))), (tolerance * std) + 1e-6);
        if (GoldenFile.Has(expected, "values"))
        {
            var known = expected.GetProperty("values").EnumerateArray().Select(v => v.GetDouble()).ToArray();
            var fractions = expected.GetProperty("fractions").EnumerateArray().Select(v => v.GetDouble()).ToArray();
            for (var i = 0; i < known.Length; i++)
            {
                Assert.Equal(fractions[i], values.Count(v => Math.Abs(v - known[i]) < 1e-5) / (double)values.Length, tolerance);
            }

            Assert.All(values.Distinct(), v => Assert.Contains(known, k => Math.Abs(v - k) < 1e-5));
        }

        return true;
    }

    private static void CheckSharedAxes(JsonElement axes, double scale, Layer layer, Tensor x)
    {
        int[] shared = [.. axes.EnumerateArray().Select(a => a.GetInt32())];
        var input = Tensor.Full(1, x.DimsArray);
        var seen = new HashSet<double>();
        for (var call = 0; call < 20; call++)
        {
            var y = layer.apply(input, training: true);
            var low = keras.ops.min(y, shared).ToArray<float>();
            Assert.Equal(low, keras.ops.max(y, shared).ToArray<float>());
            Assert.All(low, v => Assert.True(v == 0 || Math.Abs(v - scale) < 1e-5));
            seen.UnionWith(low.Select(v => (double)v));
        }

        Assert.Equal(2, seen.Count);
    }
}
