using System.Reflection;
using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Activations;

/// <summary>Every function of activations.json, found by its name in <c>keras.activations</c>: values and gradients.</summary>
public class GoldenActivationTests
{
    private static readonly GoldenCases Golden = new("activations.json", "cases", waitsFor: (_, c) => Find(c) is null ? $"no {c.GetProperty("function")} yet" : null);

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_function_has_Keras_s_values_and_gradients(string name) => Golden.Run(name, c =>
    {
        var x = Tensor.From(new GoldenArray(c.GetProperty("input")).ToNDArray());
        using var tape = new GradientTape();
        tape.watch(x);
        tape.start();
        var y = Call(Find(c)!, x, c);
        tape.stop();
        var upstream = c.TryGetProperty("upstream", out var u) ? Tensor.From(new GoldenArray(u).ToNDArray()) : null;
        var gradient = tape.gradient(y, [x], upstream)[0]!;

        Assert.Equal(new GoldenArray(c.GetProperty("output")).shape, y.Dims.ToArray());
        var input = x.ToArray<float>();
        Compare(c.GetProperty("output"), y.ToArray<float>(), input, "output");
        Compare(c.GetProperty("gradient"), gradient.ToArray<float>(), input, "gradient");
    });

    private static MethodInfo? Find(JsonElement c) => typeof(keras.activations).GetMethod(c.GetProperty("function").GetString()!);

    private static Tensor Call(MethodInfo function, Tensor x, JsonElement c)
    {
        var arguments = GoldenArguments.Of(c);
        var values = function.GetParameters().Select((p, i) => i == 0 ? x
            : arguments.TryGetValue(p.Name!, out var value) ? KerasSharp.Saving.ArgumentConverter.Convert(value, p, function.Name)
            : p.DefaultValue ?? (p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null));
        return (Tensor)function.Invoke(null, [.. values])!;
    }

    // At infinite and NaN inputs only finite outputs count: NaN there is an accident of the formula.
    private static void Compare(JsonElement expected, float[] actual, float[] input, string what)
    {
        var want = new GoldenArray(expected).ToFloats();
        var counted = Enumerable.Range(0, want.Length).Where(i => float.IsFinite(input[i]) || (what == "output" && float.IsFinite(want[i]))).ToArray();
        Assert.NotEmpty(counted);
        GoldenArray.Close<float>([.. counted.Select(i => want[i])], [.. counted.Select(i => actual[i])], what: what);
    }
}
