using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Models;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>What a functional model computes: outputs, masks, gradients, losses, values behind each layer.</summary>
internal static class FunctionalValues
{
    /// <summary>Compares everything that a case tells of values.</summary>
    public static void Check(JsonElement c, Functional model)
    {
        var inputs = GoldenNests.Tensors(c.GetProperty("inputs"));
        using (var tape = new GradientTape())
        {
            inputs.flatten().Where(x => x.dtype.IsFloating()).ToList().ForEach(tape.watch);
            tape.start();
            var outputs = model.apply(Tensors.Of(inputs), training: false);
            GoldenNests.Close(c.GetProperty("outputs"), outputs.Nest, "outputs");
            CheckMasks(c, outputs);
            CheckGradients(c, model, tape, inputs, outputs);
        }

        CheckLosses(c, model);
        CheckLayerMasks(c, model, inputs);
        CheckExtractors(c, model, inputs);
        CheckTraining(c, model, inputs);
    }

    private static void CheckMasks(JsonElement c, Tensor outputs)
    {
        foreach (var (i, (mask, output)) in c.GetProperty("output_masks").EnumerateArray().Zip(outputs.Nest.flatten()).Index())
        {
            GoldenNests.Close(mask, output.Mask, $"mask of output {i}");
        }
    }

    private static void CheckGradients(JsonElement c, Functional model, GradientTape tape, Nest<Tensor> inputs, Tensor outputs)
    {
        Tensor? loss = null;
        foreach (var (upstream, output) in c.GetProperty("upstream").EnumerateArray().Zip(outputs.Nest.flatten()))
        {
            if (upstream.ValueKind != JsonValueKind.Null)
            {
                var part = keras.ops.sum(output * Tensor.From(new GoldenArray(upstream).ToNDArray()));
                loss = loss is null ? part : loss + part;
            }
        }

        tape.stop();
        if (loss is null)
        {
            return;
        }

        JsonElement[] expected = [.. c.GetProperty("input_gradients").EnumerateArray(), .. c.GetProperty("weight_gradients").EnumerateArray().Select(w => w.GetProperty("array"))];
        var named = c.GetProperty("weight_gradients").EnumerateArray().Select(w => w.GetProperty("name").GetString()!).ToArray();
        var weights = named.Select(name => model.weights.First(w => w.name == $"{name}:0")).ToArray();
        var gradients = tape.gradient(loss, [.. inputs.flatten(), .. weights.Select(w => w.value)]);
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i].ValueKind != JsonValueKind.Null)
            {
                GoldenNests.Close(expected[i], gradients[i], i < inputs.flatten().Count ? $"gradient by input {i}" : $"gradient by {named[i - inputs.flatten().Count]}");
            }
        }
    }

    private static void CheckLosses(JsonElement c, Functional model)
    {
        double[] expected = c.TryGetProperty("losses", out var losses) ? [.. losses.EnumerateArray().SelectMany(l => new GoldenArray(l).ToDoubles()).Order()] : [];
        GoldenArray.Close<double>(expected, [.. model.losses.Select(l => (double)l.item()).Order()], what: "losses");
    }

    private static void CheckLayerMasks(JsonElement c, Functional model, Nest<Tensor> inputs)
    {
        if (!c.TryGetProperty("layer_masks", out var all))
        {
            return;
        }

        foreach (var entry in all.EnumerateArray())
        {
            var layer = model.get_layer(entry.GetProperty("layer").GetString());
            var masks = entry.GetProperty("masks").EnumerateArray().ToArray();
            var outputs = layer.InboundNodes.Where(model.Graph!.Nodes.Contains).SelectMany(node => node.Outputs.flatten()).ToArray();
            if (outputs.Length != masks.Length)
            {
                continue;
            }

            var values = new Functional(model.NestedInputs!, Nest.List<Tensor>([.. outputs.Select(y => y.Nest)])).apply(Tensors.Of(inputs), training: false).Nest.flatten();
            foreach (var (mask, value) in masks.Zip(values))
            {
                GoldenNests.Close(mask, value.Mask, $"mask behind {layer.name}");
            }
        }
    }

    private static void CheckExtractors(JsonElement c, Functional model, Nest<Tensor> inputs)
    {
        if (!c.TryGetProperty("extractors", out var all))
        {
            return;
        }

        foreach (var entry in all.EnumerateArray())
        {
            var outputs = entry.GetProperty("layers").EnumerateArray().Select(n => model.get_layer(n.GetString()).output.Nest).ToArray();
            var extractor = new Functional(
                model.input.Nest, outputs.Length == 1 ? outputs[0] : Nest.List<Tensor>(outputs), entry.GetProperty("config").GetProperty("name").GetString());
            GoldenConfig.Same(entry.GetProperty("config"), extractor.get_config(), "extractor");
            GoldenConfig.Same(entry.GetProperty("output_shape"), GoldenNests.Config(extractor.output_shapes), "extractor's output_shape");
            GoldenNests.Close(entry.GetProperty("outputs"), extractor.apply(Tensors.Of(inputs), training: false).Nest, "extractor");
        }
    }

    // Last: it changes moving averages.
    private static void CheckTraining(JsonElement c, Functional model, Nest<Tensor> inputs)
    {
        if (!c.TryGetProperty("training_call", out var call))
        {
            return;
        }

        GoldenNests.Close(call.GetProperty("outputs"), model.apply(Tensors.Of(inputs), training: true).Nest, "outputs in training");
        foreach (var weight in call.GetProperty("updated_weights").EnumerateArray())
        {
            var name = weight.GetProperty("name").GetString()!;
            GoldenNests.Close(weight.GetProperty("array"), model.weights.First(w => w.name == $"{name}:0").value, name);
        }
    }
}
