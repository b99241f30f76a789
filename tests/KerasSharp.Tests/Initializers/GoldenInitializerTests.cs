using System.Text.Json;
using KerasSharp.Initializers;
using KerasSharp.Saving;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Initializers;

/// <summary>
/// Every initializer of initializers.json: exact values, or the distribution that follows from Keras's rules. Each draws with a seed of
/// its own, so that the test gives the same result always.
/// </summary>
public class GoldenInitializerTests
{
    private static readonly GoldenCases Golden = new("initializers.json", "cases");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void An_initializer_draws_as_Keras_does(string name) => Golden.Run(name, c =>
    {
        var initializer = Create(c, seed: null);
        GoldenConfig.Same(c.GetProperty("config"), initializer.get_config());
        GoldenConfig.Same(c.GetProperty("config"), keras.initializers.deserialize(keras.initializers.serialize(initializer)).get_config());

        int[] shape = [.. c.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32())];
        if (GoldenFile.Has(c, "exact"))
        {
            GoldenArray.Close(c.GetProperty("exact"), initializer.call(shape).ToArray<float>(), shape);
            return;
        }

        var values = Create(c, seed: 1).call(shape).ToArray<float>();
        Assert.Equal(values, Create(c, seed: 1).call(shape).ToArray<float>());
        Assert.NotEqual(values, Create(c, seed: 2).call(shape).ToArray<float>());
        if (GoldenFile.Has(c, "expected"))
        {
            CheckDistribution(c.GetProperty("expected"), values);
        }
        else
        {
            CheckOrthogonal(c, values);
        }
    });

    private static Initializer Create(JsonElement c, int? seed)
    {
        var arguments = GoldenArguments.Of(c);
        if (seed is not null)
        {
            arguments["seed"] = seed;
        }

        return (Initializer)ObjectRegistry.Create("initializers", c.GetProperty("class").GetString()!, arguments);
    }

    private static void CheckDistribution(JsonElement expected, float[] values)
    {
        double Expected(string property) => expected.GetProperty(property).GetDouble();
        var mean = values.Average(v => (double)v);
        var std = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        Assert.InRange(std, 0.95 * Expected("std"), 1.05 * Expected("std"));
        Assert.InRange(mean - Expected("mean"), -0.05 * Expected("std"), 0.05 * Expected("std"));

        var kind = expected.GetProperty("distribution").GetString();
        var bounds = GoldenFile.Has(expected, "limit") ? (Low: Expected("mean") - Expected("limit"), High: Expected("mean") + Expected("limit"))
            : GoldenFile.Has(expected, "low") ? (Low: Expected("low"), High: Expected("high"))
            : (Low: double.NegativeInfinity, High: double.PositiveInfinity);
        var rounding = 1e-6 * Math.Abs(bounds.High);
        Assert.InRange(values.Min(), bounds.Low - rounding, values.Max());
        Assert.InRange(values.Max(), values.Min(), bounds.High + rounding);
        if (kind == "uniform")
        {
            var near = 0.02 * (bounds.High - bounds.Low) / 2;
            Assert.InRange(values.Min(), bounds.Low - rounding, bounds.Low + near);
            Assert.InRange(values.Max(), bounds.High - near, bounds.High + rounding);
        }
        else if (kind == "normal" && values.Length >= 5000)
        {
            // Not cut: of thousands of values some lie beyond three standard deviations.
            Assert.Contains(values, v => Math.Abs(v - Expected("mean")) > 3 * Expected("std"));
        }
    }

    private static void CheckOrthogonal(JsonElement c, float[] values)
    {
        var (rows, columns) = (c.GetProperty("flattened")[0].GetInt32(), c.GetProperty("flattened")[1].GetInt32());
        var byColumns = c.GetProperty("orthonormal").GetString() == "columns";
        var (count, length) = byColumns ? (columns, rows) : (rows, columns);
        double Element(int vector, int i) => values[byColumns ? (i * columns) + vector : (vector * columns) + i];
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < count; b++)
            {
                var product = Enumerable.Range(0, length).Sum(i => Element(a, i) * Element(b, i));
                Assert.Equal(a == b ? c.GetProperty("gram_diagonal").GetDouble() : 0, product, 1e-5);
            }
        }
    }
}
