using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>Arrays of golden files as tensors of the same type, and comparing them.</summary>
internal static class GoldenTensor
{
    /// <summary>A tensor of an array.</summary>
    public static Tensor Of(JsonElement element)
    {
        var array = new GoldenArray(element);
        return array.dtype switch
        {
            "float32" => Tensor.From<float>(array.ToFloats(), array.shape),
            "float64" => Tensor.From<double>(array.ToDoubles(), array.shape),
            "int32" => Tensor.From<int>(array.To<int>(), array.shape),
            "int64" => Tensor.From<long>(array.To<long>(), array.shape),
            "bool" => Tensor.From<bool>(array.ToBools(), array.shape),
            _ => throw new NotSupportedException($"No tensor of dtype {array.dtype}."),
        };
    }

    /// <summary>Fails unless shape and elements agree within the usual tolerance.</summary>
    public static void Close(JsonElement expected, Tensor actual, string what)
        => GoldenArray.Close(expected, ops.cast(actual, "float32").ToArray<float>(), actual.Dims, what: what);

    /// <summary>The same, where no gradient stands for zeros, and zeros for none.</summary>
    public static void CloseOrZero(JsonElement expected, Tensor? actual, string what)
    {
        if (expected.ValueKind != JsonValueKind.Null)
        {
            Close(expected, actual ?? Tensor.Full(0, new GoldenArray(expected).shape), what);
        }
        else if (actual is not null)
        {
            GoldenArray.Exact<float>(new float[actual.size], ops.cast(actual, "float32").ToArray<float>(), what);
        }
    }
}
