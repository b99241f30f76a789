using System.Text.Json;
using System.Text.RegularExpressions;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;
using KerasSharp.TestSupport;
using KerasSharp.Utils;

namespace KerasSharp.Tests.Layers;

/// <summary>
/// Every layer that exists, made by reflection from the class and arguments of each case of layers.json: configuration, weights, counts,
/// shapes, outputs, gradients, penalties. A layer that comes later needs no code here.
/// </summary>
public partial class GoldenLayerTests
{
    private static readonly GoldenCases Golden = new("layers.json", "cases", waitsFor: (_, c) => WaitsFor(c));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_layer_does_what_Keras_does(string name) => Golden.Run(name, c =>
    {
        using var scope = TensorScope.Begin();
        var layer = Create(c);
        var inputs = c.GetProperty("inputs").EnumerateArray().Select(i => Tensor.From(new GoldenArray(i).ToNDArray())).ToArray();
        var x = c.GetProperty("input_style").GetString() == "list" ? Nest.List<Tensor>(inputs) : (Nest<Tensor>)inputs[0];
        if (GoldenFile.Has(c, "adapt_data"))
        {
            ((PreprocessingLayer)layer).adapt(new GoldenArray(c.GetProperty("adapt_data")).ToNDArray());
        }

        layer.EnsureBuilt(x.map(i => i.shape));
        if (IsPositional(c))
        {
            _ = layer.apply(Tensors.Of(x), kwargs: MoreArguments(c, inputs)); // what is inside is made by the first call
        }

        GoldenConfig.Same(c.GetProperty("config"), FreshNames(layer.get_config(), isInside: false));
        SetWeights(c, layer);
        CheckCounts(c, layer);
        CheckOutputShape(c, layer, x);

        var training = c.TryGetProperty("training", out var t) && t.ValueKind == JsonValueKind.True;
        using var tape = new GradientTape();
        Array.ForEach(inputs, tape.watch);
        tape.start();
        var y = layer.apply(Tensors.Of(x), training, Argument(c, "mask"), Argument(c, "initial_state"), MoreArguments(c, inputs));
        tape.stop();
        CheckOutputs(c, y);
        if (GoldenFile.Has(c, "output_mask"))
        {
            new GoldenArray(c.GetProperty("output_mask")).Close((y is Tensors ? y[0] : y).Mask?.numpy() ?? throw new GoldenMismatchException("no mask"), what: "mask");
        }

        CheckGradients(c, layer, tape, inputs, y);
        CheckLosses(c, layer);
        CheckUpdatedWeights(c, layer);
    });

    private static string? WaitsFor(JsonElement c)
    {
        if (GoldenArguments.Missing("layers." + c.GetProperty("class").GetString()) is { } missing)
        {
            return missing;
        }

        return GoldenArguments.WaitsFor(c.GetProperty("args"));
    }

    private static bool IsPositional(JsonElement c) => c.GetProperty("input_style").GetString() == "positional";

    // What a call takes beside the input, the mask and the states: value and key of MultiHeadAttention, and arguments by name.
    private static Dictionary<string, object?>? MoreArguments(JsonElement c, Tensor[] inputs)
    {
        var more = new Dictionary<string, object?>();
        foreach (var (name, tensor) in IsPositional(c) ? ((string[])["value", "key"]).Zip(inputs.Skip(1)) : [])
        {
            more[name] = tensor;
        }

        foreach (var argument in GoldenFile.Has(c, "call_args") ? c.GetProperty("call_args").EnumerateObject().Where(a => a.Name is not ("mask" or "initial_state")) : [])
        {
            more[argument.Name] = argument.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? argument.Value.GetBoolean() : Argument(c, argument.Name);
        }

        return more.Count == 0 ? null : more;
    }

    // An argument of the call: a tensor, or a list of them.
    private static Tensor? Argument(JsonElement c, string name) => !GoldenFile.Has(c, "call_args") || !c.GetProperty("call_args").TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Array ? Tensor.Create([.. value.EnumerateArray().Select(item => Tensor.From(new GoldenArray(item).ToNDArray()))])
        : Tensor.From(new GoldenArray(value).ToNDArray());

    private static Layer Create(JsonElement c)
    {
        var className = c.GetProperty("class").GetString()!;
        var arguments = GoldenArguments.Of(c);
        var name = c.GetProperty("config").GetProperty("name").GetString()!;
        if (!arguments.ContainsKey("name"))
        {
            // Names count up in a process, and tests run side by side: the rule is checked, and the name of a fresh process given.
            Assert.Equal(name, NameRegistry.ToSnakeCase(className));
            arguments["name"] = name;
        }

        return (Layer)GoldenArguments.Create("layers." + className, arguments);
    }

    // The names of layers inside of others count up in this process: they lose their numbers.
    private static Config FreshNames(Config config, bool isInside)
    {
        var fresh = new Config();
        foreach (var (key, value) in config)
        {
            fresh[key] = value switch
            {
                Config inner => FreshNames(inner, isInside: true),
                List<object?> list => list.ConvertAll(item => item is Config inner ? FreshNames(inner, isInside: true) : item),
                string name when isInside && key == "name" => InnerNumber().Replace(name + "/", "/")[..^1],
                _ => value,
            };
        }

        return fresh;
    }

    [GeneratedRegex(@"_\d+/")]
    private static partial Regex InnerNumber();

    private static void SetWeights(JsonElement c, Layer layer)
    {
        var expected = c.GetProperty("weights").EnumerateArray().ToArray();

        // Where the file's values were computed on a transposed input, its weights were made outside a call, and lack the layer's name.
        var bare = GoldenFile.Has(c, "computed_with");
        Assert.Equal(expected.Select(w => w.GetProperty("name").GetString()), layer.weights.Select(w => bare ? w.name.Split('/')[^1] : InnerNumber().Replace(w.name, "/")));
        var trainable = layer.trainable_weights;
        Assert.Equal(expected.Select(w => w.GetProperty("trainable").GetBoolean()), layer.weights.Select(w => trainable.Contains(w)));
        layer.set_weights([.. expected.Select(w => new GoldenArray(w.GetProperty("array")).ToNDArray())]);
    }

    private static void CheckCounts(JsonElement c, Layer layer)
    {
        Assert.Equal(c.GetProperty("count_params").GetInt32(), layer.count_params());
        Assert.Equal(c.GetProperty("trainable_params").GetInt32(), layer.trainable_weights.Sum(w => w.size));
        Assert.Equal(c.GetProperty("non_trainable_params").GetInt32(), layer.non_trainable_weights.Sum(w => w.size));
    }

    private static void CheckOutputShape(JsonElement c, Layer layer, Nest<Tensor> x)
    {
        if (GoldenFile.Has(c, "output_shape"))
        {
            var input = x.map(i => new TensorShape([null, .. i.shape.Skip(1)]));
            GoldenConfig.Same(c.GetProperty("output_shape"), layer.compute_output_shape(input).Value, "output_shape");
        }
    }

    private static void CheckOutputs(JsonElement c, Tensor y)
    {
        var (expected, outputs) = (c.GetProperty("outputs").EnumerateArray().ToArray(), y.Nest.flatten());
        Assert.Equal(expected.Length, outputs.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].GetProperty("dtype").GetString(), outputs[i].dtype.Name());
            Close(expected[i], keras.ops.cast(outputs[i], "float32"), $"output {i}");
        }
    }

    private static void CheckGradients(JsonElement c, Layer layer, GradientTape tape, Tensor[] inputs, Tensor y)
    {
        // null, or a list of null: there is nothing to differentiate, or TensorFlow has no gradient of it.
        var given = GoldenFile.Has(c, "upstream") ? c.GetProperty("upstream").EnumerateArray().ToArray() : [];
        if (given.Length == 0 || given[0].ValueKind == JsonValueKind.Null)
        {
            return;
        }

        var upstream = Tensors.Of(y.Nest.pack<Tensor>([.. given.Select(one => Tensor.From(new GoldenArray(one).ToNDArray()))]));

        var gradients = tape.gradient(y, [.. inputs, .. layer.weights.Select(w => w.value)], upstream);
        JsonElement[] expected = [.. c.GetProperty("input_gradients").EnumerateArray(), .. c.GetProperty("weight_gradients").EnumerateArray()];
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i].ValueKind != JsonValueKind.Null)
            {
                var what = i < inputs.Length ? "gradient by the input" : $"gradient by {layer.weights[i - inputs.Length].name}";
                Close(expected[i], gradients[i] ?? Zeros(expected[i]) ?? throw new GoldenMismatchException($"no {what}"), what);
            }
        }
    }

    // The file has zeros where nothing flows: there no gradient is as good.
    private static Tensor? Zeros(JsonElement expected) => new GoldenArray(expected) is var array && Array.TrueForAll(array.ToFloats(), v => v == 0)
        ? Tensor.Full(0, array.shape) : null;

    private static void CheckLosses(JsonElement c, Layer layer)
    {
        double[] expected = c.TryGetProperty("losses", out var losses) ? [.. losses.EnumerateArray().Select(GoldenFile.Number).Order()] : [];
        GoldenArray.Close<double>(expected, [.. layer.losses.Select(l => (double)l.item()).Order()], what: "losses");
    }

    private static void CheckUpdatedWeights(JsonElement c, Layer layer)
    {
        if (c.TryGetProperty("updated_weights", out var updated))
        {
            foreach (var weight in updated.EnumerateArray())
            {
                var name = weight.GetProperty("name").GetString();
                Close(weight.GetProperty("array"), layer.weights.Single(w => w.name == name), name!);
            }
        }
    }

    private static void Close(JsonElement expected, Tensor actual, string what) =>
        GoldenArray.Close(expected, actual.ToArray<float>(), actual.Dims, what: what);
}
