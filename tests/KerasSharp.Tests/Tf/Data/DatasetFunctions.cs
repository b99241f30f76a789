using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;
using NumSharp;
using DType = KerasSharp.Engine.DType;

namespace KerasSharp.Tests.Tf.Data;

/// <summary>Builds the pipelines of data.json. Texts wait for their tensors.</summary>
internal static class DatasetFunctions
{
    private static readonly HashSet<string> Sources = ["from_tensor_slices", "from_tensors", "from_generator", "range", "zip"];
    private static readonly HashSet<string> Steps = ["batch", "shuffle", "map", "repeat", "take", "skip", "prefetch", "enumerate"];
    private static readonly HashSet<string> Functions =
    [
        "double", "square", "add", "to_float", "swap", "sum2", "first", "pair", "scale_second", "nest", "to_dict", "from_dict", "scale_in_dict", "with_weight", "list_pair",
        "three_of", "raise_at", "vector",
    ];

    /// <summary>The reason why a case cannot be built yet; null if it can.</summary>
    public static string? WaitsFor(JsonElement c)
    {
        var text = c.GetRawText();
        var method = c.GetProperty("source").GetProperty("method").GetString()!;
        return text.Contains("\"string\"", StringComparison.Ordinal) ? "no tensors of text yet"
            : !Sources.Contains(method) ? $"no Dataset.{method} yet"
            : c.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("method").GetString()!).FirstOrDefault(m => !Steps.Contains(m)) is { } step ? $"no Dataset.{step} yet"
            : All(c, "function").Select(f => f.GetString()!).FirstOrDefault(f => !Functions.Contains(f)) is { } function ? $"no twin of the function {function} yet"
            : method == "from_generator" && (text.Contains("output_types", StringComparison.Ordinal) || text.Contains("\"a\"]", StringComparison.Ordinal)) ? "from_generator takes output_signature only"
            : text.Contains("zip of something else", StringComparison.Ordinal) ? "C# refuses a list among datasets"
            : text.Contains("wrong number of parameters", StringComparison.Ordinal) || text.Contains("too many parameters", StringComparison.Ordinal) ? "a lambda's parameters are the compiler's matter"
            : null;
    }

    /// <summary>The dataset of a source and its steps.</summary>
    public static tf.data.Dataset Build(JsonElement pipeline)
    {
        var dataset = Source(pipeline.GetProperty("source"));
        return pipeline.GetProperty("steps").EnumerateArray().Aggregate(dataset, Step);
    }

    private static tf.data.Dataset Source(JsonElement source)
    {
        var args = source.GetProperty("args");
        var list = args.TryGetProperty("*", out var positional) ? positional.EnumerateArray().ToArray() : [];
        switch (source.GetProperty("method").GetString())
        {
            case "range":
                DTypeLike type = args.TryGetProperty("output_type", out var given) ? given.GetProperty("type").GetString()! : default(DTypeLike);
                return list.Length == 1 ? tf.data.Dataset.range(list[0].GetInt64(), type)
                    : tf.data.Dataset.range(list[0].GetInt64(), list[1].GetInt64(), list.Length > 2 ? list[2].GetInt64() : 1, type);
            case "from_tensors":
                return tf.data.Dataset.from_tensors(Value(list[0], asArray: true)!);
            case "from_tensor_slices":
                return tf.data.Dataset.from_tensor_slices(Value(list[0], asArray: true)!);
            case "from_generator":
                var items = source.GetProperty("items");
                return tf.data.Dataset.from_generator(() => items.EnumerateArray().Select(i => Value(i, asArray: true)), Spec(args.GetProperty("output_signature")));
            default:
                return list.Length > 1 ? tf.data.Dataset.zip([.. list.Select(Dataset)]) : tf.data.Dataset.zip(Datasets(list[0]));
        }
    }

    private static tf.data.Dataset Dataset(JsonElement element) => Build(element.GetProperty("pipeline"));

    private static Nest<tf.data.Dataset> Datasets(JsonElement element) => element.TryGetProperty("tuple", out var items)
        ? Nest.Tuple<tf.data.Dataset>([.. items.EnumerateArray().Select(Datasets)])
        : element.TryGetProperty("pairs", out var pairs) ? Nest.Dictionary(pairs.EnumerateArray().Select(p => KeyValuePair.Create(p[0].GetString()!, Datasets(p[1]))))
        : Dataset(element);

    private static tf.data.Dataset Step(tf.data.Dataset dataset, JsonElement step)
    {
        var args = step.GetProperty("args");
        JsonElement? Arg(int position, string name) => args.TryGetProperty("*", out var list) && list.GetArrayLength() > position ? list[position]
            : args.TryGetProperty(name, out var value) ? value : null;
        int? Int(int position, string name) => Arg(position, name) is { ValueKind: not JsonValueKind.Null } value
            ? value.ValueKind == JsonValueKind.String ? tf.data.AUTOTUNE : value.GetInt32() : null;
        bool? Flag(string name) => args.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetBoolean() : null;
        return step.GetProperty("method").GetString() switch
        {
            "batch" => dataset.batch(Int(0, "batch_size")!.Value, Flag("drop_remainder") ?? false, Int(9, "num_parallel_calls")),
            "shuffle" => dataset.shuffle(Int(0, "buffer_size")!.Value, Int(1, "seed"), Flag("reshuffle_each_iteration")),
            "repeat" => dataset.repeat(Int(0, "count")),
            "take" => dataset.take(Int(0, "count")!.Value),
            "skip" => dataset.skip(Int(0, "count")!.Value),
            "prefetch" => dataset.prefetch(Int(0, "buffer_size")!.Value),
            "enumerate" => dataset.enumerate(Int(0, "start") ?? 0),
            _ => Map(dataset, Arg(0, "map_func")!.Value),
        };
    }

    private static tf.data.Dataset Map(tf.data.Dataset dataset, JsonElement function)
    {
        float Value() => function.GetProperty("value").GetSingle();
        return function.GetProperty("function").GetString() switch
        {
            "double" => dataset.map(x => x * 2),
            "square" => dataset.map(x => x * x),
            "add" => dataset.map(x => x.dtype.IsFloating() ? x + Value() : x + (int)Value()),
            "to_float" => dataset.map(x => keras.ops.cast(x, "float32")),
            "swap" => dataset.map((a, b) => (b, a)),
            "sum2" => dataset.map(Sum),
            "first" => dataset.map((a, _) => a),
            "pair" => dataset.map(x => (x, x * 10)),
            "scale_second" => dataset.map((a, b) => (a, b.dtype.IsFloating() ? b * Value() : b * (int)Value())),
            "nest" => dataset.map((a, b) => ((a, b), new Tensors { ["s"] = Sum(a, b) })),
            "to_dict" => dataset.map((a, b) => new Tensors { ["a"] = a, ["b"] = b }),
            "from_dict" => dataset.map(d => (d["a"], d["b"])),
            "scale_in_dict" => dataset.map(d => new Tensors { ["a"] = d["a"] * 10, ["b"] = d["b"] }),
            "with_weight" => dataset.map((a, b) => (a, b, keras.ops.ones_like(b))),
            "list_pair" => dataset.map(x => [x, x + 1]),
            "three_of" => dataset.map(x => keras.ops.stack([x, x + 1, x + 2])),
            "vector" => dataset.map(x => keras.ops.broadcast_to(x, [(int)x])),
            _ => dataset.map(x => x.item() == Value() ? throw new tf.errors.InvalidArgumentError($"no {Value()}") : x),
        };
    }

    private static Tensor Sum(Tensor a, Tensor b) => a + b;

    private static KerasSharp.Data? Value(JsonElement element, bool asArray) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("tuple", out var items) => KerasSharp.Data.Tuple([.. items.EnumerateArray().Select(i => Value(i, asArray))]),
        JsonValueKind.Object when element.TryGetProperty("pairs", out var pairs) => pairs.EnumerateArray().Aggregate(new KerasSharp.Data(), (data, p) =>
        {
            data[p[0].GetString()!] = Value(p[1], asArray);
            return data;
        }),
        JsonValueKind.Object => new GoldenArray(element).ToNDArray(),
        _ => Numbers(element),
    };

    private static NDArray Numbers(JsonElement element)
    {
        var dims = new List<int>();
        for (var e = element; e.ValueKind == JsonValueKind.Array; e = e[0])
        {
            dims.Add(e.GetArrayLength());
            if (e.GetArrayLength() == 0)
            {
                break;
            }
        }

        var flat = Flat(element).ToArray();
        NDArray array = element.GetRawText().Contains('.', StringComparison.Ordinal) ? new NDArray(flat.Select(f => f.GetSingle()).ToArray()) : new NDArray(flat.Select(f => f.GetInt32()).ToArray());
        return dims.Count == 0 ? array[0] : array.reshape([.. dims]);
    }

    private static IEnumerable<JsonElement> Flat(JsonElement element)
        => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flat) : [element];

    private static Nest<TensorSpec> Spec(JsonElement element) => element.TryGetProperty("tuple", out var items)
        ? Nest.Tuple<TensorSpec>([.. items.EnumerateArray().Select(Spec)])
        : element.TryGetProperty("pairs", out var pairs) ? Nest.Dictionary(pairs.EnumerateArray().Select(p => KeyValuePair.Create(p[0].GetString()!, Spec(p[1]))))
        : tf.TensorSpec(
            new TensorShape([.. element.GetProperty("spec").GetProperty("shape").EnumerateArray().Select(d => d.ValueKind == JsonValueKind.Null ? (int?)null : d.GetInt32())]),
            element.GetProperty("spec").GetProperty("dtype").GetString()!);

    private static IEnumerable<JsonElement> All(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => All(e, name)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == name ? [p.Value] : All(p.Value, name)),
        _ => [],
    };
}
