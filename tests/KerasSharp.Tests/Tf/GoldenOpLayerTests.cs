using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Models;
using KerasSharp.Saving;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Tf;

/// <summary>
/// Functions and operators on symbolic tensors, as functional.json holds them: the layers that they become, with names and configurations,
/// shapes, types and texts of the outputs; their values and gradients; and the model rebuilt from its configuration.
/// </summary>
[Collection("alone")]
public class GoldenOpLayerTests
{
    private static readonly GoldenCases Golden = new("functional.json", "op_layers", waitsFor: (_, c) => WaitsFor(c));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_function_becomes_the_layer_that_Keras_makes(string name) => Golden.Run(name, c =>
    {
        keras.backend.clear_session();
        var inputs = c.GetProperty("inputs").EnumerateArray().Select(Input).ToDictionary(x => ((KerasTensor)x).name!, x => (object?)x);
        var outputs = ToNest(PythonExpression.Evaluate(c.GetProperty("expression").GetString()!, inputs));
        CheckTexts(c, outputs);
        var model = new Functional(Nest.List(inputs.Values.Select(x => (Tensor)x!)), outputs);
        if (c.TryGetProperty("json_exception", out var exception))
        {
            Assert.Equal(c.GetProperty("layer_names").EnumerateArray().Select(n => n.GetString()), model.layers.Select(layer => layer.name));
            var error = Assert.ThrowsAny<Exception>(() => model.to_json());
            Assert.Equal((exception.GetString(), c.GetProperty("json_message").GetString()), (error.GetType().Name, error.Message));
            return;
        }

        CheckConfig(c, model);
        CheckValues(c, model);
        CheckRebuilt(c, model);
    });

    private static string? WaitsFor(JsonElement c) => c.GetProperty("expression").GetString()! switch
    {
        var e when e.Contains("tf.image.") && PythonCalls.Find(e[..e.IndexOf('(')]).Length == 0 => $"no {e[..e.IndexOf('(')]} yet",
        "K.int_shape(x) + (tf.reduce_sum(x),)" => "a tuple of numbers and a tensor is no output in C#",
        _ => null,
    };

    private static Tensor Input(JsonElement input) => keras.Input(
        new TensorShape([.. input.GetProperty("shape").EnumerateArray().Select(d => d.ValueKind == JsonValueKind.Null ? (int?)null : d.GetInt32())]),
        name: input.GetProperty("name").GetString(), dtype: input.GetProperty("dtype").GetString()!);

    private static Nest<Tensor> ToNest(object? value) => value switch
    {
        Tensor tensor => tensor.Nest,
        object?[] list => Nest.List(list.Select(ToNest)),
        Dictionary<string, object?> entries => Nest.Dictionary(entries.Select(e => KeyValuePair.Create(e.Key, ToNest(e.Value)))),
        _ => throw new NotSupportedException($"{value} is no output"),
    };

    private static void CheckTexts(JsonElement c, Nest<Tensor> outputs)
    {
        if (c.TryGetProperty("repr", out var repr))
        {
            GoldenConfig.Same(repr, ToConfig(outputs, x => x.ToString()), "repr");
            GoldenConfig.Same(c.GetProperty("output_shape"), ToConfig(outputs, x => x.shape), "output_shape");
            GoldenConfig.Same(c.GetProperty("output_dtype"), ToConfig(outputs, x => x.dtype.Name()), "output_dtype");
        }
    }

    private static void CheckConfig(JsonElement c, Functional model)
    {
        // What Keras loses of a call (the second argument of x == y) stands in ours.
        var isWhole = c.GetProperty("from_json").GetProperty("same").GetBoolean();
        using var document = JsonDocument.Parse(model.to_json());
        var config = document.RootElement.GetProperty("config");
        var layers = config.GetProperty("layers").EnumerateArray().Where(l => l.GetProperty("class_name").GetString() != "InputLayer").ToArray();
        var expected = c.GetProperty("layers").EnumerateArray().ToArray();
        Assert.Equal(expected.Select(l => l.GetProperty("name").GetString()), layers.Select(l => l.GetProperty("name").GetString()));
        foreach (var (want, got) in expected.Zip(layers))
        {
            foreach (var property in want.EnumerateObject().Where(p => p.Name != "inbound_nodes" || isWhole))
            {
                GoldenConfig.Same(property.Value, GoldenArguments.Value(Stated(c, property.Value, got.GetProperty(property.Name))), $"{want.GetProperty("name")}.{property.Name}");
            }
        }

        GoldenConfig.Same(c.GetProperty("output_layers"), GoldenArguments.Value(config.GetProperty("output_layers")), "output_layers");
    }

    // Functions of keras.backend, and Python's @, name arguments that have their defaults; ours hold only what a caller may see.
    private static JsonElement Stated(JsonElement c, JsonElement want, JsonElement got)
    {
        var e = c.GetProperty("expression").GetString()!;
        if (!e.Contains("K.") && !e.Contains("keras.") && !e.Contains(" @ "))
        {
            return got;
        }

        var added = new Dictionary<string, object?>();
        var isCall = want.ValueKind == JsonValueKind.Array && want.GetArrayLength() == 1 && want[0].ValueKind == JsonValueKind.Array && want[0].GetArrayLength() == 4 && want[0][3].ValueKind == JsonValueKind.Object;
        if (!isCall)
        {
            return got;
        }

        foreach (var property in want[0][3].EnumerateObject())
        {
            var isDefault = property.Value.ValueKind is JsonValueKind.Null or JsonValueKind.False;
            added[property.Name] = got[0][3].TryGetProperty(property.Name, out var own) ? own : isDefault ? property.Value : throw new GoldenMismatchException($"no argument {property.Name}");
        }

        return JsonSerializer.SerializeToElement(new object[] { new object?[] { got[0][0], got[0][1], got[0][2], added } });
    }

    private static void CheckValues(JsonElement c, Functional model)
    {
        using var scope = TensorScope.Begin();
        Tensor[] values = [.. c.GetProperty("values").EnumerateArray().Select(v => Tensor.From(new GoldenArray(v).ToNDArray()))];
        using var tape = new GradientTape();
        foreach (var value in values.Where(v => v.dtype.IsFloating()))
        {
            tape.watch(value);
        }

        tape.start();
        var outputs = model.apply(values.Length == 1 ? values[0] : new Tensors(Nest.List<Tensor>(values))).Nest;
        var floats = outputs.flatten().Where(y => y.dtype == DType.Float32).ToList();
        var total = floats.Select(y => keras.ops.sum(keras.ops.square(y))).Aggregate((Tensor?)null, (a, b) => a is null ? b : a + b);
        tape.stop();
        CheckOutputs(c.GetProperty("outputs"), outputs);
        if (c.TryGetProperty("gradients_of_sum_of_squares", out var expected) && total is not null)
        {
            var gradients = tape.gradient(total, values);
            foreach (var (want, got) in expected.EnumerateArray().Zip(gradients).Where(pair => pair.First.ValueKind != JsonValueKind.Null))
            {
                GoldenArray.Close(want, (got ?? throw new GoldenMismatchException("no gradient")).ToArray<float>(), got.Dims, what: "gradient");
            }
        }
    }

    private static void CheckOutputs(JsonElement expected, Nest<Tensor> outputs)
    {
        if (outputs.IsLeaf)
        {
            new GoldenArray(expected).Close(outputs.Value.numpy(), what: "output");
        }
        else if (outputs.IsDictionary)
        {
            foreach (var key in outputs.Keys)
            {
                CheckOutputs(expected.GetProperty(key), outputs[key]);
            }
        }
        else
        {
            foreach (var (want, got) in expected.EnumerateArray().Zip(outputs.Items))
            {
                CheckOutputs(want, got);
            }
        }
    }

    private static void CheckRebuilt(JsonElement c, Functional model)
    {
        var json = model.to_json();
        using var document = JsonDocument.Parse(json);
        var rebuilt = Functional.from_config((Config)GoldenArguments.Value(document.RootElement.GetProperty("config"))!);
        Assert.Equal(json, rebuilt.to_json());
    }

    private static object? ToConfig(Nest<Tensor> nest, Func<Tensor, object> value)
    {
        if (nest.IsLeaf)
        {
            return value(nest.Value);
        }

        if (!nest.IsDictionary)
        {
            return nest.Items.Select(item => ToConfig(item, value)).ToList();
        }

        var config = new Config();
        foreach (var key in nest.Keys)
        {
            config[key] = ToConfig(nest[key], value);
        }

        return config;
    }
}
