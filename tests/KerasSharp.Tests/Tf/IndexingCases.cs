using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Tf;

/// <summary>What tf_indexing.json has in common: operands, indices, results and errors.</summary>
internal static class IndexingCases
{
    /// <summary>The types that tensors have here and NumSharp's arrays too.</summary>
    public static readonly string[] Types = ["float32", "float64", "float16", "int32", "int64", "uint8", "bool"];

    /// <summary>The reason why an array cannot be a tensor yet; null if it can.</summary>
    public static string? WaitsFor(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("dtype", out var dtype) && element.TryGetProperty("data", out _)
            => Types.Contains(dtype.GetString()) ? null : $"no tensors of dtype {dtype.GetString()} yet",
        JsonValueKind.Object => element.EnumerateObject().Select(p => WaitsFor(p.Value)).FirstOrDefault(r => r is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(WaitsFor).FirstOrDefault(r => r is not null),
        _ => null,
    };

    /// <summary>A tensor of an array's own type.</summary>
    public static Tensor ToTensor(JsonElement array) => TensorLike.Of(new GoldenArray(array).ToNDArray());

    /// <summary>An operand or an argument: a tensor, a variable, an array, a number, a list.</summary>
    public static object? Operand(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Operand).ToArray(),
        JsonValueKind.Object when element.TryGetProperty("tensor", out var tensor) => ToTensor(tensor),
        JsonValueKind.Object when element.TryGetProperty("variable", out var variable) => new Variable(ToTensor(variable)),
        JsonValueKind.Object when element.TryGetProperty("numpy", out var array) => new GoldenArray(array).ToNDArray(),
        JsonValueKind.Object when element.TryGetProperty("number", out var number) => Number(element, number),
        JsonValueKind.Object when element.TryGetProperty("list", out var list) => list.EnumerateArray().Select(Operand).ToArray(),
        JsonValueKind.Object when element.TryGetProperty("text", out var text) => text.GetString(),
        JsonValueKind.Object when element.TryGetProperty("none", out _) => null,
        JsonValueKind.Object => ToTensor(element),
        _ => GoldenArguments.Value(element),
    };

    /// <summary>The items between brackets.</summary>
    public static TensorIndex[] Index(JsonElement index)
    {
        // A list that stands alone is a tuple of its items, as TensorFlow takes it.
        var items = index.GetArrayLength() == 1 && index[0].ValueKind == JsonValueKind.Object && index[0].TryGetProperty("list", out var list) ? list : index;
        return [.. items.EnumerateArray().Select(item => item.ValueKind switch
        {
            JsonValueKind.String when item.GetString() == "..." => TensorIndex.Ellipsis,
            JsonValueKind.String when item.GetString() == "newaxis" => TensorIndex.NewAxis,
            JsonValueKind.Object when item.TryGetProperty("slice", out var slice) => TensorIndex.Slice(Operand(slice[0]), Operand(slice[1]), Operand(slice[2])),
            JsonValueKind.Object when item.TryGetProperty("numpy", out var array) && new GoldenArray(array) is { size: 1 } one => TensorIndex.Item(one.To<int>()[0]),
            _ => TensorIndex.Item(Operand(item)),
        })];
    }

    /// <summary>Compares a tensor, its type included.</summary>
    public static void Same(JsonElement expected, Tensor actual, string what = "result")
    {
        Assert.Equal(new GoldenArray(expected).dtype, actual.dtype.Name());
        new GoldenArray(expected).Close(actual.numpy(), what: what);
    }

    /// <summary>Asks for the exception of a case: its kind, and its words where they are exact.</summary>
    public static void Fails(JsonElement c, Action action)
    {
        var exception = Assert.ThrowsAny<Exception>(action);
        var kind = c.GetProperty("exception").GetString()!;
        Assert.True(exception is Microsoft.CSharp.RuntimeBinder.RuntimeBinderException or ValueError or TypeError or AttributeError or IndexError or NotSupportedException, $"{kind} expected, {exception} received");
        if (c.TryGetProperty("exact", out var exact) && exact.GetBoolean())
        {
            Assert.Equal(kind, exception.GetType().Name);
            Assert.Contains(c.GetProperty("essence").GetString()!.Split("\nRegistered devices")[0], exception.Message);
        }
    }

    private static object Number(JsonElement element, JsonElement number) => (element.TryGetProperty("type", out var type) ? type.GetString() : "float") switch
    {
        "int" => number.GetInt32(),
        "bool" => number.GetBoolean(),
        _ => GoldenFile.Number(number),
    };
}
