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
        var inference = layer.apply(x, training: false);
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

        if (c.TryGetProperty("possible", out var possible))
        {
            CheckPossible(possible, c, x);
            checks++;
        }

        if (c.TryGetProperty("exact_training_output", out var exact))
        {
            var y = Create(c, seed: 1).apply(x, training: true);
            GoldenArray.Close(exact, y.ToArray<float>(), y.Dims, atol: 1e-4, what: "training");
            checks++;
        }

        if (c.TryGetProperty("exact", out var contrasts))
        {
            CheckContrasts(contrasts, c, x);
            checks++;
        }

        // Where it is too small, a picture is resized in training as well: the inference output told all.
        checks += c.TryGetProperty("note", out _) && !c.TryGetProperty("training", out _) ? 1 : 0;
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

    // Each result of Keras's comes up, about as often, and no other.
    private static void CheckPossible(JsonElement possible, JsonElement c, Tensor x)
    {
        const int Calls = 400;
        var layer = Create(c, seed: 1);
        var wanted = possible.EnumerateArray().Select(p => new GoldenArray(p.GetProperty("output")).ToFloats()).ToArray();
        var counts = new int[wanted.Length];
        for (var call = 0; call < Calls; call++)
        {
            var y = layer.apply(x, training: true).ToArray<float>();
            var found = Array.FindIndex(wanted, w => w.Length == y.Length && w.Zip(y).All(pair => Math.Abs(pair.First - pair.Second) < 1e-5));
            Assert.True(found >= 0, "A result that Keras does not have.");
            counts[found]++;
        }

        // Keras's own fractions are of 60 calls.
        Assert.All(counts, count => Assert.True(count > 0));
        Assert.All(counts, count => Assert.Equal(1.0 / wanted.Length, count / (double)Calls, 0.1));
    }

    private static void CheckContrasts(JsonElement contrasts, JsonElement c, Tensor x)
    {
        var bounds = c.GetProperty("factor_range").EnumerateArray().Select(f => f.GetDouble()).ToArray();
        foreach (var contrast in contrasts.EnumerateArray())
        {
            var y = RandomContrast.Adjust(x, contrast.GetProperty("factor").GetSingle());
            GoldenArray.Close(contrast.GetProperty("output"), y.ToArray<float>(), y.Dims, what: "contrast");
        }

        // The factor of a call shows in the distances from the mean, where nothing is cut.
        var layer = Create(c, seed: 1);
        var factors = Enumerable.Range(0, 200).Select(_ => keras.ops.max(keras.ops.abs(layer.apply(Middle(x), training: true) - 100)).item() / 10.0).ToArray();
        Assert.All(factors, f => Assert.InRange(f, bounds[0] - 1e-4, bounds[1] + 1e-4));
        Assert.Equal((bounds[0] + bounds[1]) / 2, factors.Average(), 0.05);
        Assert.True(factors.Max() - factors.Min() > 0.8 * (bounds[1] - bounds[0]));
    }

    // 90 and 110 in turn along the rows, whose mean is 100 in each channel.
    private static Tensor Middle(Tensor x)
    {
        var pattern = Tensor.From<float>([90, 110], 1, 1, 2, 1);
        return keras.ops.broadcast_to(pattern, [1, x.dim(1), 2, x.dim(3)]);
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
