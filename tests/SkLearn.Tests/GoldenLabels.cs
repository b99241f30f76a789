using System.Text.Json;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.SkLearn;

/// <summary>The label lists of sklearn.json, and what its cases say about arguments and warnings.</summary>
internal static class GoldenLabels
{
    /// <summary>The list that a case names; the large one comes from its formula.</summary>
    public static (int[] Truth, int[] Predicted) Of(JsonElement c)
    {
        var data = GoldenFile.Load("sklearn.json").GetProperty("data").GetProperty(c.GetProperty("data").GetString()!);
        if (data.TryGetProperty("truth", out var truth))
        {
            return (Ints(truth), Ints(data.GetProperty("predicted")));
        }

        var (lcg, n, wrong) = (new Lcg(data.GetProperty("seed").GetInt64()), data.GetProperty("n").GetInt32(), data.GetProperty("wrong").GetDouble());
        var (labels, predicted) = (new int[n], new int[n]);
        for (var i = 0; i < n; i++)
        {
            labels[i] = lcg.Integer(10);
            predicted[i] = lcg.Number() < wrong ? lcg.Integer(10) : labels[i];
        }

        var (first, firstPredicted) = (Ints(data.GetProperty("truth_first")), Ints(data.GetProperty("predicted_first")));
        Assert.Equal(first, labels[..first.Length]);
        Assert.Equal(firstPredicted, predicted[..firstPredicted.Length]);
        return (labels, predicted);
    }

    public static int[] Ints(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetInt32())];

    public static NDArray? Weights(JsonElement args) => args.TryGetProperty("sample_weight", out var weights)
        ? new NDArray(weights.EnumerateArray().Select(GoldenFile.Number).ToArray()) : null;

    /// <summary>No argument may stay unread: a new one in another folder of golden files must fail.</summary>
    public static void OnlyKnows(JsonElement args, params string[] known) => Assert.Empty(args.EnumerateObject().Select(p => p.Name).Except(known));

    public static void SameWarnings(JsonElement expected, List<(string Category, string Message)> actual) => Assert.Equal(
        expected.EnumerateArray().Select(w => (w.GetProperty("category").GetString()!, w.GetProperty("message").GetString()!)), actual);
}
