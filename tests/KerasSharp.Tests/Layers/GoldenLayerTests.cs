using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.TestSupport;
using KerasSharp.Utils;

namespace KerasSharp.Tests.Layers;

/// <summary>
/// Every layer that exists, made by reflection from the class and arguments of each case of layers.json: configuration, weights, counts,
/// shapes, outputs, gradients, penalties. A layer that comes later needs no code here.
/// </summary>
public class GoldenLayerTests
{
    // What a case may ask for beyond a call with one tensor.
    private static readonly string[] NotYet = ["call_args", "adapt_data"];

    private static readonly GoldenCases Golden = new("layers.json", "cases", waitsFor: (_, c) => WaitsFor(c));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_layer_does_what_Keras_does(string name) => Golden.Run(name, c =>
    {
        using var scope = TensorScope.Begin();
        var layer = Create(c);
        var inputs = c.GetProperty("inputs").EnumerateArray().Select(i => Tensor.From(new GoldenArray(i).ToNDArray())).ToArray();
        var x = c.GetProperty("input_style").GetString() == "list" ? Nest.List<Tensor>(inputs) : (Nest<Tensor>)inputs[0];
        layer.EnsureBuilt(x.map(i => i.shape));
        GoldenConfig.Same(c.GetProperty("config"), layer.get_config());
        SetWeights(c, layer);
        CheckCounts(c, layer);
        CheckOutputShape(c, layer, x);

        var training = c.TryGetProperty("training", out var t) && t.ValueKind == JsonValueKind.True;
        using var tape = new GradientTape();
        Array.ForEach(inputs, tape.watch);
        tape.start();
        var y = layer.apply(Tensors.Of(x), training);
        tape.stop();
        Close(c.GetProperty("outputs")[0], y, "output");
        if (GoldenFile.Has(c, "output_mask"))
        {
            new GoldenArray(c.GetProperty("output_mask")).Close(y.Mask?.numpy() ?? throw new GoldenMismatchException("no mask"), what: "mask");
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

        return GoldenArguments.WaitsFor(c.GetProperty("args"))
            ?? (c.GetProperty("input_style").GetString() is not ("single" or "list") ? "no calls with several inputs yet" : null)
            ?? NotYet.FirstOrDefault(field => GoldenFile.Has(c, field)) switch { null => null, var field => $"no {field} yet" };
    }

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

    private static void SetWeights(JsonElement c, Layer layer)
    {
        var expected = c.GetProperty("weights").EnumerateArray().ToArray();

        // Where the file's values were computed on a transposed input, its weights were made outside a call, and lack the layer's name.
        var bare = GoldenFile.Has(c, "computed_with");
        Assert.Equal(expected.Select(w => w.GetProperty("name").GetString()), layer.weights.Select(w => bare ? w.name.Split('/')[^1] : w.name));
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

    private static void CheckGradients(JsonElement c, Layer layer, GradientTape tape, Tensor[] inputs, Tensor y)
    {
        // null, or a list of null: there is nothing to differentiate, or TensorFlow has no gradient of it.
        if (!GoldenFile.Has(c, "upstream") || c.GetProperty("upstream")[0] is not { ValueKind: not JsonValueKind.Null } upstream)
        {
            return;
        }

        var gradients = tape.gradient(y, [.. inputs, .. layer.weights.Select(w => w.value)], Tensor.From(new GoldenArray(upstream).ToNDArray()));
        JsonElement[] expected = [.. c.GetProperty("input_gradients").EnumerateArray(), .. c.GetProperty("weight_gradients").EnumerateArray()];
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i].ValueKind != JsonValueKind.Null)
            {
                var what = i < inputs.Length ? "gradient by the input" : $"gradient by {layer.weights[i - inputs.Length].name}";
                Close(expected[i], gradients[i] ?? throw new GoldenMismatchException($"no {what}"), what);
            }
        }
    }

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
