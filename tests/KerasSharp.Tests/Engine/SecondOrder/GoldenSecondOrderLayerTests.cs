using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.TestSupport;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>Second derivatives of layers by their inputs and weights together.</summary>
public class GoldenSecondOrderLayerTests
{
    private static readonly GoldenCases Golden = new("second_order.json", "layers", waitsFor: (_, c) => WaitsFor(c));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_layer_has_second_derivatives(string name) => Golden.Run(name, c =>
    {
        var layer = (Layer)GoldenArguments.Create("layers." + c.GetProperty("class").GetString(), GoldenArguments.Of(c));
        string[] calls = [.. c.GetProperty("call_inputs").EnumerateArray().Select(e => e.GetString()!)];
        var inputs = calls.ToDictionary(call => call, call => GoldenTensor.Of(c.GetProperty("inputs").GetProperty(call)));
        var isCell = c.GetProperty("input_style").GetString() == "cell";
        var argument = calls.Length == 1 ? inputs[calls[0]] : Tensor.Create([.. calls.Select(call => inputs[call])]);
        bool? training = c.TryGetProperty("training", out var t) ? t.GetBoolean() : null;
        Tensor Call() => layer is MultiHeadAttention attention ? attention.apply(inputs[calls[0]], inputs[calls[1]]) : isCell ? ((AbstractRNNCell)layer).apply(inputs[calls[0]], Tensor.Create([.. calls[1..].Select(call => inputs[call])]), training)[0] : layer.apply(argument, training);
        _ = Call();

        var weights = c.GetProperty("weights").EnumerateArray().ToArray();
        layer.set_weights([.. weights.Select(w => new GoldenArray(w.GetProperty("array")).ToNDArray())]);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i].GetProperty("trainable").GetBoolean())
            {
                inputs[weights[i].GetProperty("name").GetString()!] = layer.weights[i].value;
            }
        }

        HigherDerivatives.Check(c, inputs, Call);
    });

    private static string? WaitsFor(JsonElement c) => GoldenArguments.Missing("layers." + c.GetProperty("class").GetString())
        ?? GoldenArguments.WaitsFor(c.GetProperty("args"));
}
