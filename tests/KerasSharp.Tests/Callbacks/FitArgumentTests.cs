using System.Text.Json;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Callbacks;

/// <summary>What each argument of fit does: which samples are trained and validated in which order, history, parameters, warnings.</summary>
public class FitArgumentTests
{
    private static readonly GoldenCases Golden = new("callbacks.json", "fit_arguments");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void An_argument_does_what_it_does_in_Keras(string name) => Golden.Run(name, c =>
    {
        using var recorded = new RecordedWarnings();
        var layer = new Recording();
        var model = RealCalls.Model(layer);
        var data = c.GetProperty("data");
        var call = new FitCall(c.GetProperty("args"));
        var history = data.TryGetProperty("generator_batches", out var batches)
            ? call.Run(model, RealCalls.Batches(batches.GetInt32()), RealCalls.Validation(data), verbose: 0)
            : call.Run(model, Samples(data), RealCalls.Validation(data), verbose: 0);

        recorded.Expect(c.GetProperty("warnings"));
        Assert.Equal("", recorded.TakeOutput());
        ExpectOrder(c.GetProperty("train_seen"), layer.Trained, c.GetProperty("order_is_random").GetBoolean());
        ExpectOrder(c.GetProperty("test_seen"), layer.Tested, isRandom: false);
        Assert.Equal(c.GetProperty("epoch").EnumerateArray().Select(e => e.GetInt32()), history.epoch);
        Assert.Equal(c.GetProperty("history_keys").EnumerateArray().Select(k => k.GetString()!), history.history.Keys);
        Assert.Equal(
            c.GetProperty("params").EnumerateObject().Select(p => (p.Name, p.Value.ValueKind == JsonValueKind.Null ? (int?)null : p.Value.GetInt32())).Order(),
            history.@params.Select(p => (p.Key, p.Value)).Order());
        if (GoldenFile.Has(c, "history"))
        {
            foreach (var values in c.GetProperty("history").EnumerateObject())
            {
                GoldenArray.Close<double>(values.Value.EnumerateArray().Select(GoldenFile.Number).ToArray(), history.history[values.Name].ToArray(), 1e-6, 0, values.Name);
            }

            Assert.Equal(c.GetProperty("weight").GetDouble(), model.weights[0].value.ToArray<float>()[0], 1e-6);
        }
    });

    private static (NDArray, NDArray) Samples(JsonElement data)
    {
        var n = data.GetProperty("n").GetInt32();
        var (x, y) = RealCalls.Samples(0, n);
        if (!data.TryGetProperty("targets", out var targets))
        {
            return (x, y);
        }

        Assert.Equal("sample i has y = i mod 3", targets.GetString());
        return (x, RealCalls.Column([.. Enumerable.Range(0, n).Select(i => (float)(i % 3))]));
    }

    /// <summary>Of a random order the file tells what does not depend on it: the samples of the epoch, or those of each batch.</summary>
    private static void ExpectOrder(JsonElement expected, List<int[]> seen, bool isRandom)
    {
        var entries = expected.EnumerateArray().ToArray();
        if (entries is [{ ValueKind: JsonValueKind.Number }, ..])
        {
            Assert.True(isRandom);
            Assert.Equal(entries.Select(e => e.GetInt32()), seen.SelectMany(b => b).Order());
            return;
        }

        IEnumerable<int[]> batches = isRandom ? seen.Select(b => b.Order().ToArray()).OrderBy(b => b[0]) : seen;
        Assert.Equal(entries.Select(batch => batch.EnumerateArray().Select(i => i.GetInt32()).ToArray()), batches);
    }
}
