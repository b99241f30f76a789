using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Optimizers;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Optimizers;

/// <summary>Every optimizer, made by reflection from the class and arguments of each case of optimizers.json: rates, values after each step, state.</summary>
public class GoldenOptimizerTests
{
    private const double Atol = 1e-6;

    private static readonly GoldenCases Golden = new(
        "optimizers.json", "cases",
        waitsFor: (_, c) => GoldenArguments.Missing("optimizers." + c.GetProperty("class").GetString()) ?? GoldenArguments.WaitsFor(c.GetProperty("args")));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void An_optimizer_steps_as_Keras(string name) => Golden.Run(name, c =>
    {
        var optimizer = Create(c);
        var root = GoldenFile.Load("optimizers.json");
        Variable[] variables = [.. root.GetProperty("variables").EnumerateArray()
            .Select(v => new Variable(Read(v.GetProperty("array")), v.GetProperty("name").GetString() + ":0"))];
        if (c.TryGetProperty("exclude_from_weight_decay", out var excluded))
        {
            optimizer.exclude_from_weight_decay(var_names: excluded.EnumerateArray().Select(e => e.GetString()!));
        }

        var gradients = root.GetProperty("gradients");
        for (var t = 0; t < gradients.GetArrayLength(); t++)
        {
            Assert.Equal(c.GetProperty("learning_rates")[t].GetDouble(), optimizer.learning_rate, 1e-6 * optimizer.learning_rate);
            Assert.Equal(t, optimizer.iterations);
            using var scope = TensorScope.Begin();
            optimizer.apply_gradients([.. variables.Select((v, i) => ((Tensor?)Read(Element(gradients[t], i)), v))]);
            for (var i = 0; i < variables.Length; i++)
            {
                Close(Element(c.GetProperty("values")[t], i), variables[i], $"{variables[i].name} after step {t}");
            }
        }

        CheckState(c.GetProperty("state"), optimizer);
        if (c.TryGetProperty("after_finalize", out var finalized))
        {
            optimizer.finalize_variable_values(variables);
            for (var i = 0; i < variables.Length; i++)
            {
                Close(Element(finalized, i), variables[i], $"{variables[i].name} in the end");
            }
        }
    });

    [Theory, MemberData(nameof(Cases))]
    public void Its_configuration_makes_it_again(string name)
    {
        var c = Golden[name];
        var config = Create(c).get_config();
        GoldenConfig.Same(c.GetProperty("config"), config);
        var again = keras.optimizers.deserialize(keras.optimizers.serialize(Create(c)));
        Assert.Equal(c.GetProperty("class").GetString(), again.GetType().Name);
        GoldenConfig.Same(c.GetProperty("config"), again.get_config());
    }

    private static void CheckState(JsonElement expected, Optimizer optimizer)
    {
        // Keras adds the optimizer's name inside fit ("Adam/m/dense/kernel:0"), and not where these were recorded.
        var names = expected.EnumerateArray().Select(s => s.GetProperty("name").GetString());
        Assert.Equal(names, optimizer.variables.Select(v => v.name.Replace(optimizer.name + "/", "")));
        Assert.Equal(expected[0].GetProperty("array").GetProperty("data")[0].GetInt64(), optimizer.iterations);
        for (var i = 1; i < optimizer.variables.Count; i++)
        {
            Close(expected[i].GetProperty("array"), optimizer.variables[i], optimizer.variables[i].name);
        }
    }

    private static Optimizer Create(JsonElement c)
        => (Optimizer)GoldenArguments.Create("optimizers." + c.GetProperty("class").GetString(), GoldenArguments.Of(c));

    // One array per variable: in a list, or under its name.
    private static JsonElement Element(JsonElement arrays, int index)
        => arrays.ValueKind == JsonValueKind.Array ? arrays[index] : arrays.EnumerateObject().ElementAt(index).Value;

    private static Tensor Read(JsonElement array) => Tensor.From(new GoldenArray(array).ToNDArray());

    private static void Close(JsonElement expected, Variable actual, string what)
        => GoldenArray.Close(expected, actual.value.ToArray<float>(), actual.value.Dims, Atol, GoldenArray.Rtol, what);
}
