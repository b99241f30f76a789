using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.TestSupport;
using KerasSharp.Tests.Tf.Code;

namespace KerasSharp.Tests.Tf;

/// <summary>Lines of Python beside their C# twins: the same value's <c>repr</c>, or the same error.</summary>
[Collection("alone")]
public class GoldenCodeTests
{
    private static readonly GoldenCases Values = new("tf_indexing.json", "code", waitsFor: (_, c) => WaitsFor(c, Twins.OfValues));

    private static readonly GoldenCases Symbols = new("tf_indexing.json", "symbolic_code", waitsFor: (_, c) => WaitsFor(c, Twins.OfSymbols));

    public static TheoryData<string> OfValues => new(Values.Names);

    public static TheoryData<string> OfSymbols => new(Symbols.Names);

    [Theory, MemberData(nameof(OfValues))]
    public void Code_does_the_same(string name) => Values.Run(name, c => Check(c, Twins.OfValues, tf.constant([1.0, 2.0])));

    [Theory, MemberData(nameof(OfSymbols))]
    public void Symbolic_code_does_the_same(string name) => Symbols.Run(name, c =>
    {
        keras.backend.clear_session();
        Check(c, Twins.OfSymbols, keras.Input(3, name: "x"));
    });

    private static string? WaitsFor(JsonElement c, IReadOnlyDictionary<string, Func<Operands, object?>> twins)
    {
        var code = c.GetProperty("code").GetString()!;
        return Twins.Without.TryGetValue(code, out var reason) ? $"C# has no twin: {reason}" : twins.ContainsKey(code) ? null : "no C# twin yet";
    }

    private static void Check(JsonElement c, IReadOnlyDictionary<string, Func<Operands, object?>> twins, Tensor x)
    {
        var twin = twins[c.GetProperty("code").GetString()!];
        var operands = new Operands(x, tf.Variable([1.0, 2.0]));
        if (c.GetProperty("exception").ValueKind == JsonValueKind.String)
        {
            IndexingCases.Fails(c, () => twin(operands));
            return;
        }

        var value = twin(operands);
        if (c.TryGetProperty("result", out var result))
        {
            // A text that is the repr already: of a shape that C# holds in one type with tuples.
            Assert.Equal(result.GetString(), value is string text && !result.GetString()!.StartsWith('\'') ? text : PythonFormat.Repr(value));
        }
    }
}
