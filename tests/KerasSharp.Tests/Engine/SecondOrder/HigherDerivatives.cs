using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>Three tapes, one in the other, and what they must find.</summary>
internal static class HigherDerivatives
{
    /// <summary>Compares the output and each derivative that the case holds.</summary>
    /// <param name="c">The case: <c>output</c>, <c>upstream</c>, <c>first</c>, <c>v</c>, <c>second</c>, <c>w</c>, <c>third</c>.</param>
    /// <param name="inputs">The inputs by name, weights among them.</param>
    /// <param name="compute">Computes the output.</param>
    public static void Check(JsonElement c, Dictionary<string, Tensor> inputs, Func<Tensor> compute)
    {
        string[] names = [.. inputs.Keys];
        Tensor[] sources = [.. inputs.Values];
        using var outer = Watching(sources);
        using var middle = Watching(sources);
        Tensor y;
        Tensor?[] first;
        using (var inner = Watching(sources))
        {
            y = compute();
            first = inner.gradient(y, sources, GoldenTensor.Of(c.GetProperty("upstream")));
        }

        GoldenTensor.Close(c.GetProperty("output"), y, "output");
        Compare(c.GetProperty("first"), names, first, "first");
        var second = Next(middle, names, sources, first, c.GetProperty("v"));
        Compare(c.GetProperty("second"), names, second, "second");
        if (GoldenFile.Has(c, "third"))
        {
            Compare(c.GetProperty("third"), names, Next(outer, names, sources, second, c.GetProperty("w")), "third");
        }
    }

    private static GradientTape Watching(Tensor[] sources)
    {
        var tape = new GradientTape().start();
        foreach (var source in sources)
        {
            tape.watch(source);
        }

        return tape;
    }

    // The gradients of sum(gradient · direction) over all inputs together.
    private static Tensor?[] Next(GradientTape tape, string[] names, Tensor[] sources, Tensor?[] gradients, JsonElement direction)
    {
        Tensor? sum = null;
        for (var i = 0; i < names.Length; i++)
        {
            if (gradients[i] is { } gradient)
            {
                var part = ops.sum(gradient * GoldenTensor.Of(direction.GetProperty(names[i])));
                sum = sum is null ? part : sum + part;
            }
        }

        tape.stop();
        return sum is null ? new Tensor?[names.Length] : tape.gradient(sum, sources);
    }

    private static void Compare(JsonElement expected, string[] names, Tensor?[] actual, string what)
    {
        for (var i = 0; i < names.Length; i++)
        {
            GoldenTensor.CloseOrZero(expected.GetProperty(names[i]), actual[i], $"{what} by {names[i]}");
        }
    }
}
