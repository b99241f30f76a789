using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Saving;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>Nests of golden files: an array, a list or an object of nests.</summary>
internal static class GoldenNests
{
    /// <summary>The nest as tensors.</summary>
    public static Nest<Tensor> Tensors(JsonElement nest) => Map(nest, leaf => Tensor.From(new GoldenArray(leaf).ToNDArray()));

    /// <summary>The nest with each leaf replaced: an array, a number, or null.</summary>
    public static Nest<T> Map<T>(JsonElement nest, Func<JsonElement, T> leaf) => nest.ValueKind switch
    {
        JsonValueKind.Array => Nest.List<T>([.. nest.EnumerateArray().Select(item => Map(item, leaf))]),
        JsonValueKind.Object when !nest.TryGetProperty("dtype", out _) => Nest.Dictionary(nest.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Map(p.Value, leaf)))),
        _ => leaf(nest),
    };

    /// <summary>Fails unless a nest has the structure and the values of the file's.</summary>
    public static void Close(JsonElement expected, Nest<Tensor> actual, string what)
    {
        var wanted = Map(expected, leaf => leaf);
        if (!wanted.HasStructureOf(actual))
        {
            throw new GoldenMismatchException($"{what}: the structure {wanted.map(_ => "*")} expected, {actual.map(_ => "*")} received.");
        }

        foreach (var (i, (want, got)) in wanted.flatten().Zip(actual.flatten()).Index())
        {
            Close(want, got, $"{what} {i}");
        }
    }

    /// <summary>Fails unless a tensor is the array, or null where there is none.</summary>
    public static void Close(JsonElement expected, Tensor? actual, string what)
    {
        if (expected.ValueKind == JsonValueKind.Null || actual is null)
        {
            if (expected.ValueKind != JsonValueKind.Null || actual is not null)
            {
                throw new GoldenMismatchException($"{what}: {(actual is null ? "an array expected, nothing" : "nothing expected, a tensor")} received.");
            }

            return;
        }

        new GoldenArray(expected).Close(actual.numpy(), what: what);
    }

    /// <summary>A nest of shapes as a configuration holds it.</summary>
    public static object? Config(Nest<TensorShape>? shapes) => shapes is null ? null : shapes.IsLeaf ? shapes.Value
        : shapes.IsDictionary ? Dictionary(shapes) : shapes.Items.Select(Config).ToList();

    private static Config Dictionary(Nest<TensorShape> shapes)
    {
        var config = new Config();
        foreach (var key in shapes.Keys)
        {
            config[key] = Config(shapes[key]);
        }

        return config;
    }
}
