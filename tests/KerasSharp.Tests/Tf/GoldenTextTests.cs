using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.TestSupport;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Tf;

/// <summary>Tensors and variables as TensorFlow prints them: str, repr, f-strings, parts one by one; also as numbers and as conditions.</summary>
public class GoldenTextTests
{
    private static readonly string[] Kinds = ["tensor", "variable", "format"];

    private static readonly Dictionary<string, Func<Tensor, string>> Codes = new()
    {
        ["'%.3f' % t"] = t => "%.3f" % t,
        ["'%s' % t"] = t => "%s" % t,
        ["str(t.numpy())"] = t => str(t.numpy()),
        ["'{:.2f}'.format(t)"] = t => "{:.2f}".format(t),
        ["'{}'.format(t.numpy())"] = t => "{}".format(t.numpy()),
        ["f'{t.numpy():.3f}'"] = t => str($"{t.numpy():.3f}"),
        ["f'{float(t):.2f}'"] = t => str($"{(double)t:.2f}"),
        ["repr(t.numpy())"] = t => repr(t.numpy().item()),
    };

    private static readonly GoldenCases Golden = new("tf_indexing.json", "texts", waitsFor: (_, c) => IndexingCases.WaitsFor(c) ?? c.GetProperty("kind").GetString() switch
    {
        "dtype" when !IndexingCases.Types.Contains(c.GetProperty("name_property").GetString()) && c.GetProperty("name_property").GetString() != "bfloat16"
            => $"no tensors of dtype {c.GetProperty("name_property").GetString()} yet",
        "shape" when c.GetProperty("dims").ValueKind == JsonValueKind.Null => "no shapes of unknown rank yet",
        "ragged" => "no ragged tensors yet",
        _ => null,
    });

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Texts_are_TensorFlows(string name) => Golden.Run(name, c =>
    {
        switch (c.GetProperty("kind").GetString())
        {
            case "dtype":
                OfDType(c, DTypes.Parse(c.GetProperty("name_property").GetString()!));
                break;
            case "shape":
                OfShape(c, new TensorShape(Dims(c.GetProperty("dims"))));
                break;
            case "spec":
                Printed(c, new TensorSpec(Dims(c.GetProperty("shape")), DTypes.Parse(c.GetProperty("dtype").GetString()!), c.GetProperty("spec_name").GetString()));
                break;
            case "list":
                Printed(c, c.GetProperty("values").EnumerateArray().Select(IndexingCases.ToTensor).ToList());
                break;
            case "dict":
                Printed(c, c.GetProperty("values").EnumerateObject().ToDictionary(p => p.Name, p => IndexingCases.ToTensor(p.Value)));
                break;
            case "code":
                Assert.Equal(c.GetProperty("text").GetString(), Codes[c.GetProperty("code").GetString()!](IndexingCases.ToTensor(c.GetProperty("value"))));
                break;
            default:
                OfTensor(c);
                break;
        }
    });

    // NumSharp has one type for NumPy's scalars and arrays without axes: item() gives the scalar.
    private static void OfTensor(JsonElement c)
    {
        var x = IndexingCases.ToTensor(c.GetProperty("value"));
        if (c.TryGetProperty("spec", out var spec))
        {
            Same(c, "text", () => PythonFormat.Format(x, spec.GetString()));
            return;
        }

        object value = x;
        var shape = x.shape;
        if (c.GetProperty("kind").GetString() == "variable")
        {
            var args = c.GetProperty("args").EnumerateObject().ToDictionary(p => p.Name, p => p.Name == "shape" ? Dims(p.Value) : IndexingCases.Operand(p.Value));
            args["initial_value"] = x;
            var variable = (Variable)PythonCalls.Invoke("tf.Variable", [], args)!;
            Assert.Equal(c.GetProperty("variable_name").GetString(), variable.name);
            (value, shape) = (variable, variable.shape);
        }

        Printed(c, value);
        Same(c, "shape_str", () => str(shape));
        Same(c, "shape_repr", () => repr(shape));
        Same(c, "dtype_str", () => str((object)x.dtype));
        Same(c, "dtype_repr", () => repr(x.dtype));
        Same(c, "numpy_str", () => str(x.numpy()));
        Same(c, "numpy_repr", () => repr(x.ndim == 0 ? x.numpy().item() : x.numpy()));
        Same(c, "shape_of_tensor", () => tf.shape(x).ToString());
        Same(c, "len", () => len(value));
        Same(c, "float", () => (double)x);
        Same(c, "int", () => (long)x);
        Same(c, "bool", () => (bool)x);
        if (c.TryGetProperty("iteration", out var parts) && parts.ValueKind == JsonValueKind.Array)
        {
            Assert.Equal(parts.EnumerateArray().Select(p => p.GetString()), x.Select(part => part.ToString()));
        }
        else
        {
            Same(c, "iteration", () => x.ToList());
        }
    }

    private static void OfDType(JsonElement c, DType dtype)
    {
        Printed(c, dtype);
        Same(c, "name_property", () => dtype.name);
        Same(c, "size", () => dtype.size);
        Same(c, "is_floating", () => dtype.is_floating);
        Same(c, "is_integer", () => dtype.is_integer);
        Same(c, "min", () => dtype.min);
        Same(c, "max", () => dtype.max);
        Assert.True(dtype == c.GetProperty("name_property").GetString()!);
        Assert.True(dtype != "text");
        var numpy = c.GetProperty("as_numpy_dtype").GetString();
        if (dtype == DType.BFloat16)
        {
            Assert.Contains(numpy!, Assert.Throws<TypeError>(() => dtype.as_numpy_dtype).Message);
        }
        else
        {
            Assert.Equal(numpy, dtype == DType.Bool ? dtype.as_numpy_dtype == typeof(bool) ? "bool_" : "" : str(dtype.as_numpy_dtype));
        }
    }

    private static void OfShape(JsonElement c, TensorShape shape)
    {
        Printed(c, shape);
        Same(c, "rank", () => shape.rank);
        Same(c, "num_elements", () => shape.num_elements());
        Same(c, "is_fully_defined", () => shape.is_fully_defined);
        Same(c, "len", () => len(shape));
        Same(c, "first", () => shape[0]);
        Same(c, "from_1", () => str(shape[1..]));
        Assert.Equal(Dims(c.GetProperty("as_list")), shape.as_list());
        Assert.Equal(c.GetProperty("equals_list").GetBoolean(), shape == Dims(c.GetProperty("dims")));
    }

    private static int?[] Dims(JsonElement dims) => [.. dims.EnumerateArray().Select(d => d.ValueKind == JsonValueKind.Null ? (int?)null : d.GetInt32())];

    private static void Printed(JsonElement c, object value)
    {
        Same(c, "str", () => PythonFormat.Str(value));
        Same(c, "repr", () => PythonFormat.Repr(value));
        Same(c, "format", () => PythonFormat.Format(value, ""));
    }

    // Compares one field, if the case has it: a value, a text, or the error that Python gives.
    private static void Same(JsonElement c, string field, Func<object?> value)
    {
        if (!c.TryGetProperty(field, out var expected))
        {
            return;
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                var error = Assert.ThrowsAny<Exception>(() => value());
                Assert.Equal(expected.GetProperty("exception").GetString(), error is OverflowException ? "OverflowError" : error.GetType().Name);
                Assert.Equal(expected.GetProperty("essence").GetString(), error.Message);
                break;
            case JsonValueKind.Number:
                Assert.Equal(GoldenFile.Number(expected), Convert.ToDouble(value(), null));
                break;
            case JsonValueKind.String when value() is double number:
                Assert.Equal(expected.GetString(), repr(number));
                break;
            default:
                Assert.Equal(GoldenArguments.Value(expected), value());
                break;
        }
    }
}
