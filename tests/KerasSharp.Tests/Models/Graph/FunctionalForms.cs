using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Models;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>Other structures of the same inputs, and the structure of what comes out.</summary>
internal static class FunctionalForms
{
    /// <summary>Compares what a case tells of structures.</summary>
    public static void Check(JsonElement c, Functional model)
    {
        var inputs = GoldenNests.Tensors(c.GetProperty("inputs"));
        var outputs = model.apply(Tensors.Of(inputs), training: false);
        var structure = GoldenNests.Map(c.GetProperty("predict_structure"), leaf => leaf);
        Assert.True(structure.HasStructureOf(outputs.Nest), $"{structure} expected, {outputs} received");
        if (!c.TryGetProperty("input_forms", out var forms))
        {
            return;
        }

        foreach (var form in forms.EnumerateArray().Where(form => form.GetProperty("same_outputs").GetBoolean()))
        {
            var flat = inputs.flatten();
            var other = GoldenNests.Map(form.GetProperty("inputs"), leaf => flat[leaf.GetInt32()]);
            foreach (var (want, got) in outputs.Nest.flatten().Zip(model.apply(Tensors.Of(other), training: false).Nest.flatten()))
            {
                Assert.Equal(want.ToArray<float>(), got.ToArray<float>());
            }
        }
    }
}
