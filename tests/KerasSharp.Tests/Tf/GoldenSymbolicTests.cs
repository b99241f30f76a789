using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Tf;

/// <summary>What functions, operators and brackets make of <c>keras.Input</c>: static shapes, types, texts, layers.</summary>
[Collection("alone")]
public class GoldenSymbolicTests
{
    private static readonly GoldenCases Golden = new("tf_indexing.json", "symbolic", waitsFor: (_, c) => WaitsFor(c));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Symbolic_tensors_become_layers(string name) => Golden.Run(name, c =>
    {
        keras.backend.clear_session();
        Tensor[] inputs = [.. c.GetProperty("inputs").EnumerateArray().Select(i => keras.Input(
            new TensorShape([.. i.GetProperty("shape").EnumerateArray().Select(d => d.ValueKind == JsonValueKind.Null ? (int?)null : d.GetInt32())]), dtype: i.GetProperty("dtype").GetString()!))];
        if (c.TryGetProperty("exception", out _))
        {
            IndexingCases.Fails(c, () => Apply(c.GetProperty("apply"), inputs));
            return;
        }

        var outputs = Apply(c.GetProperty("apply"), inputs).Nest.flatten();
        foreach (var (want, got) in c.GetProperty("outputs").EnumerateArray().Zip(outputs))
        {
            GoldenConfig.Same(want.GetProperty("shape"), got.shape, "shape");
            Assert.Equal(want.GetProperty("dtype").GetString(), got.dtype.Name());
            Assert.Equal(want.GetProperty("repr").GetString(), got.ToString());
        }

        if (c.TryGetProperty("layer", out var layer))
        {
            var made = Assert.IsType<OpLambda>(((KerasTensor)outputs[0]).Layer);
            Assert.Equal((layer.GetProperty("class").GetString(), layer.GetProperty("name").GetString()), (made.ClassName, made.name));
        }
    });

    private static string? WaitsFor(JsonElement c)
    {
        var apply = c.GetProperty("apply");
        return apply.ValueKind == JsonValueKind.Object && apply.TryGetProperty("function", out var function) && PythonCalls.Find(function.GetString()!).Length == 0 ? $"no {function.GetString()} yet"
            : c.TryGetProperty("outputs", out var outputs) && outputs.EnumerateArray().Any(o => o.GetProperty("shape").ValueKind == JsonValueKind.Null) ? "no shapes of unknown rank yet" : null;
    }

    private static Tensor Apply(JsonElement apply, Tensor[] inputs)
    {
        if (apply.ValueKind == JsonValueKind.Null)
        {
            return inputs[0];
        }

        object? Value(JsonElement e) => e.ValueKind switch
        {
            JsonValueKind.Object when e.TryGetProperty("symbol", out var i) => inputs[i.GetInt32()],
            JsonValueKind.Array => e.EnumerateArray().Select(Value).ToArray(),
            JsonValueKind.Number when e.GetRawText().Contains('.') => e.GetDouble(),
            _ => IndexingCases.Operand(e),
        };

        if (apply.TryGetProperty("operator", out var operation))
        {
            return (Tensor)PythonOperations.Apply(operation.GetString()!, Value(apply.GetProperty("left")), Value(apply.GetProperty("right")))!;
        }

        if (apply.TryGetProperty("unary", out var unary))
        {
            return (Tensor)PythonOperations.Apply(unary.GetString()!, inputs[0])!;
        }

        if (apply.TryGetProperty("index", out var index))
        {
            return inputs[0][IndexingCases.Index(index)];
        }

        var arguments = apply.GetProperty("args").EnumerateObject().ToDictionary(p => p.Name.TrimStart('*'), p => Value(p.Value));
        return (Tensor)PythonCalls.Invoke(apply.GetProperty("function").GetString()!, [], arguments)!;
    }
}
