using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Tf;

/// <summary>Tensors and variables as TensorFlow prints them: str, repr, f-strings, parts one by one.</summary>
public class GoldenTextTests
{
    private static readonly string[] Kinds = ["tensor", "variable", "format"];

    private static readonly GoldenCases Golden = new("tf_indexing.json", "texts", waitsFor: (_, c) => IndexingCases.WaitsFor(c)
        ?? (c.TryGetProperty("args", out var args) && args.EnumerateObject().Any(p => p.Name == "shape") ? "no variables of a free shape yet" : null)
        ?? (Kinds.Contains(c.GetProperty("kind").GetString()) ? null : $"no text of a {c.GetProperty("kind").GetString()} yet"));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Texts_are_TensorFlows(string name) => Golden.Run(name, c =>
    {
        var x = IndexingCases.ToTensor(c.GetProperty("value"));
        if (c.TryGetProperty("spec", out var spec))
        {
            Text(c, "text", () => PythonFormat.Format(x, spec.GetString()));
            return;
        }

        object value = x;
        if (c.GetProperty("kind").GetString() == "variable")
        {
            var args = c.GetProperty("args").EnumerateObject().ToDictionary(p => p.Name, p => IndexingCases.Operand(p.Value));
            args["initial_value"] = x;
            value = PythonCalls.Invoke("tf.Variable", [], args)!;
            Assert.Equal(c.GetProperty("variable_name").GetString(), ((Variable)value).name);
        }

        Text(c, "str", () => PythonFormat.Str(value));
        Text(c, "repr", () => PythonFormat.Repr(value));
        Text(c, "format", () => PythonFormat.Format(value, ""));
        Text(c, "shape_str", () => x.shape.ToString());
        Text(c, "numpy_str", () => PythonFormat.Str(x.numpy()));
        Text(c, "shape_of_tensor", () => tf.shape(x).ToString());
        if (c.TryGetProperty("iteration", out var parts) && parts.ValueKind == JsonValueKind.Array)
        {
            Assert.Equal(parts.EnumerateArray().Select(p => p.GetString()), x.Select(part => part.ToString()));
        }
    });

    private static void Text(JsonElement c, string field, Func<string> text)
    {
        if (!c.TryGetProperty(field, out var expected))
        {
            return;
        }

        if (expected.ValueKind == JsonValueKind.Object)
        {
            IndexingCases.Fails(expected, () => text());
        }
        else
        {
            Assert.Equal(expected.GetString(), text());
        }
    }
}
