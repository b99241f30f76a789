using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>Runs the steps of one use of tapes: what they open, watch, compute and ask for.</summary>
internal sealed class TapeSteps : IDisposable
{
    private readonly Dictionary<string, object> values = [];
    private readonly Dictionary<string, GradientTape> tapes = [];
    private readonly List<IDisposable> pauses = [];

    /// <summary>Runs a step; one that must fail is checked for its error, and ends the case.</summary>
    public void Run(JsonElement step)
    {
        if (!step.TryGetProperty("exception", out var exception))
        {
            Do(step);
            return;
        }

        if (Pythonic(step) is { } number)
        {
            // C# compiles no such call: nothing converts to a tensor.
            Assert.DoesNotContain(typeof(Tensor).GetMethods(), m => m.Name == "op_Implicit" && m.GetParameters()[0].ParameterType == number);
            return;
        }

        var error = Assert.ThrowsAny<Exception>(() => Do(step));
        var expected = exception.GetString() == "InvalidArgumentError" ? "ValueError" : exception.GetString();
        Assert.Equal(expected, error.GetType().Name);
        if (step.GetProperty("exact").GetBoolean())
        {
            Assert.Equal(step.GetProperty("message").GetString(), error.Message);
        }
    }

    /// <summary>Ends tapes that an error left open.</summary>
    public void Dispose()
    {
        foreach (var tape in tapes.Values)
        {
            tape.Dispose();
        }
    }

    private static Type? Pythonic(JsonElement step)
    {
        foreach (var name in new[] { "tensor", "sources" })
        {
            if (step.TryGetProperty(name, out var e) && e.ValueKind == JsonValueKind.Object && e.TryGetProperty("python", out var value))
            {
                return value.ValueKind == JsonValueKind.String ? typeof(string) : typeof(double);
            }
        }

        return null;
    }

    private void Do(JsonElement step)
    {
        var kind = step.GetProperty("step").GetString()!;
        switch (kind)
        {
            case "variable":
                values[Name(step)] = new Variable(GoldenTensor.Of(step.GetProperty("value")), Name(step) + ":0", step.GetProperty("trainable").GetBoolean());
                break;
            case "constant":
                values[Name(step)] = GoldenTensor.Of(step.GetProperty("value"));
                break;
            case "compute":
                values[Name(step)] = Expression.Evaluate(step.GetProperty("expression"), Value);
                break;
            case "assign":
                var variable = (Variable)values[step.GetProperty("variable").GetString()!];
                var change = GoldenTensor.Of(step.GetProperty("value"));
                variable.assign(step.GetProperty("method").GetString() == "assign_add" ? variable + change : change);
                break;
            case "create":
                tapes[step.GetProperty("tape").GetString()!] = new GradientTape();
                break;
            case "open":
                tapes[step.GetProperty("tape").GetString()!] = tf.GradientTape(Flag(step, "persistent", false), Flag(step, "watch_accessed_variables", true));
                break;
            default:
                Do(kind, tapes[step.GetProperty("tape").GetString()!], step);
                break;
        }
    }

    private void Do(string kind, GradientTape tape, JsonElement step)
    {
        switch (kind)
        {
            case "close":
                tape.Dispose();
                break;
            case "enter_again":
                tape.start();
                break;
            case "watch":
                tape.watch(Nested(step.GetProperty("tensor"))!);
                break;
            case "stop_recording":
                pauses.Add(tape.stop_recording());
                break;
            case "resume":
                pauses[^1].Dispose();
                break;
            case "reset":
                tape.reset();
                break;
            case "watched_variables":
                Assert.Equal(step.GetProperty("result").EnumerateArray().Select(e => e.GetString()), tape.watched_variables().Select(v => v.name));
                break;
            case "gradient" or "jacobian" or "batch_jacobian":
                var result = Derivative(kind, tape, step);
                Same(step.GetProperty("result"), result, kind);
                Keep(step, result);
                break;
            default:
                throw new NotSupportedException($"No step {kind}.");
        }
    }

    private Tensor? Derivative(string kind, GradientTape tape, JsonElement step)
    {
        var target = Nested(step.GetProperty("target"));
        var sources = Nested(step.GetProperty("sources"))!;
        var args = step.GetProperty("args");
        var unconnected = args.TryGetProperty("unconnected_gradients", out var word) ? word.GetString()! : "none";
        return kind switch
        {
            "gradient" => tape.gradient(target!, sources, args.TryGetProperty("output_gradients", out var seeds) ? Nested(seeds) : null, unconnected),
            "jacobian" => tape.jacobian(target!, sources, unconnected),
            _ => tape.batch_jacobian(target!, sources, unconnected),
        };
    }

    private void Keep(JsonElement step, Tensor? result)
    {
        if (step.TryGetProperty("name", out var name) && result is Tensors several)
        {
            for (var i = 0; i < several.Count; i++)
            {
                values[$"{name.GetString()}[{i}]"] = several.Nest[i].Value;
            }
        }
        else if (name.ValueKind == JsonValueKind.String && result is not null)
        {
            values[name.GetString()!] = result;
        }
    }

    // Names of tensors, or arrays, in lists and dictionaries.
    private Tensor? Nested(JsonElement e) => Nest(e) is { } nest ? Tensors.Of(nest) : null;

    private Nest<Tensor>? Nest(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.String => Value(e.GetString()!),
        JsonValueKind.Array => KerasSharp.Nest.List(e.EnumerateArray().Select(item => Nest(item) ?? new Nest<Tensor>((Tensor)null!))),
        JsonValueKind.Null => null,
        _ when e.TryGetProperty("array", out var array) => GoldenTensor.Of(array),
        _ when e.TryGetProperty("python", out _) => null,
        _ => KerasSharp.Nest.Dictionary(e.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Nest(p.Value)!))),
    };

    private Tensor Value(string name) => values[name] is Variable variable ? variable.value : (Tensor)values[name];

    private static string Name(JsonElement step) => step.GetProperty("name").GetString()!;

    private static bool Flag(JsonElement step, string name, bool otherwise) => step.GetProperty("args").TryGetProperty(name, out var e) ? e.GetBoolean() : otherwise;

    private static void Same(JsonElement expected, Tensor? actual, string what)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Null:
                Assert.True(actual is null, $"{what}: no gradient is expected");
                break;
            case JsonValueKind.Array:
                var items = Assert.IsType<Tensors>(actual).Nest;
                Assert.Equal(expected.GetArrayLength(), items.Count);
                for (var i = 0; i < items.Count; i++)
                {
                    Same(expected[i], Tensors.Of(items[i]), $"{what}[{i}]");
                }

                break;
            case JsonValueKind.Object when expected.TryGetProperty("indexed_slices", out var slices):
                Assert.NotNull(actual);
                GoldenArray.Close<float>(Dense(slices), actual.ToArray<float>(), what: what);
                break;
            case JsonValueKind.Object when !expected.TryGetProperty("data", out _):
                foreach (var entry in expected.EnumerateObject())
                {
                    Same(entry.Value, actual![entry.Name], $"{what}['{entry.Name}']");
                }

                break;
            default:
                Assert.True(actual is not null, $"{what}: a gradient is expected");
                Assert.Equal(expected.GetProperty("dtype").GetString(), actual!.dtype.Name());
                GoldenTensor.Close(expected, actual, what);
                break;
        }
    }

    // Slices at indices stand for the dense array that holds their sums: here gradients are dense.
    private static float[] Dense(JsonElement slices)
    {
        var dims = slices.GetProperty("dense_shape").EnumerateArray().Select(d => d.GetInt32()).ToArray();
        var values = new GoldenArray(slices.GetProperty("values")).ToFloats();
        var indices = new GoldenArray(slices.GetProperty("indices")).To<int>();
        var width = dims[1..].Aggregate(1, (product, d) => product * d);
        var dense = new float[dims[0] * width];
        for (var i = 0; i < values.Length; i++)
        {
            dense[(indices[i / width] * width) + (i % width)] += values[i];
        }

        return dense;
    }
}
