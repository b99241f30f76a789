using System.Text.Json;
using KerasSharp.Models;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Callbacks;

/// <summary>Model and samples of the golden files' real calls: one weight of 0.5, SGD(0.05), mse, mae; sample i is x = i / 100, y = 3x - 1.</summary>
internal static class RealCalls
{
    /// <summary>The compiled model.</summary>
    public static Sequential Model(Recording? layer = null)
    {
        var model = keras.Sequential([layer ?? new Recording()]);
        model.compile(optimizer: keras.optimizers.SGD(0.05), loss: "mse", metrics: ["mae"]);
        return model;
    }

    /// <summary>Some samples, shape (n, 1).</summary>
    public static (NDArray x, NDArray y) Samples(int first, int n)
    {
        var x = Enumerable.Range(first, n).Select(i => i / 100f).ToArray();
        return (Column(x), Column([.. x.Select(v => (3f * v) - 1f)]));
    }

    /// <summary>Batches of two samples, whose number is not known beforehand.</summary>
    public static IEnumerable<(NDArray x, NDArray y)> Batches(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Samples(2 * i, 2);
        }
    }

    /// <summary>The validation data of a case; null if it has none.</summary>
    public static ValidationData? Validation(JsonElement data)
    {
        if (!GoldenFile.Has(data, "validation"))
        {
            return null;
        }

        var validation = data.GetProperty("validation");
        var (x, y) = Samples(validation.GetProperty("first").GetInt32(), validation.GetProperty("n").GetInt32());
        return new ValidationData(x, y, Weights(validation));
    }

    /// <summary>The sample weights of an object; null if it has none.</summary>
    public static NDArray? Weights(JsonElement owner) => GoldenFile.Has(owner, "sample_weight")
        ? new NDArray(owner.GetProperty("sample_weight").EnumerateArray().Select(w => w.GetSingle()).ToArray())
        : null;

    /// <summary>A column of numbers.</summary>
    public static NDArray Column(float[] values) => new NDArray(values).reshape(values.Length, 1);
}
