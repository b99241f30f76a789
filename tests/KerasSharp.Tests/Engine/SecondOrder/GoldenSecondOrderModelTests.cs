using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Models;
using KerasSharp.Saving;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Engine.SecondOrder;

/// <summary>Three steps of trainings whose loss holds a gradient: WGAN-GP, R1, contractive autoencoder, physics-informed networks.</summary>
public class GoldenSecondOrderModelTests
{
    private static readonly GoldenCases Golden = new("second_order.json", "models", waitsFor: (_, c) => WaitsFor(c));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_loss_with_a_gradient_in_it_trains(string name) => Golden.Run(name, c =>
    {
        if (c.TryGetProperty("tasks", out _))
        {
            MamlTraining.Check(c);
        }
        else
        {
            Train(c);
        }
    });

    private static void Train(JsonElement c)
    {
        var networks = c.GetProperty("networks").EnumerateObject().ToDictionary(p => p.Name, p => Network(p.Value));
        Set([.. networks.Values], c.GetProperty("weights"));
        Variable[] variables = [.. networks.Values.SelectMany(n => n.trainable_weights)];
        var optimizer = keras.optimizers.deserialize(GoldenArguments.Value(c.GetProperty("optimizer"))!);
        var steps = c.GetProperty("steps").EnumerateArray().ToArray();
        for (var i = 0; i < steps.Length; i++)
        {
            var data = steps[i].EnumerateObject().ToDictionary(p => p.Name, p => GoldenTensor.Of(p.Value));
            using var tape = tf.GradientTape();
            var (loss, parts) = PenaltyLosses.Of(c.GetProperty("name").GetString()!, networks, data);
            tape.stop();
            var gradients = tape.gradient(loss, variables);
            GoldenArray.Close<double>([c.GetProperty("losses")[i].GetDouble()], [(double)loss.item()], what: $"loss {i}");
            if (i == 0)
            {
                GoldenTensor.Close(c.GetProperty("loss"), loss, "loss");
                foreach (var part in c.GetProperty("parts").EnumerateObject())
                {
                    GoldenTensor.Close(part.Value, parts[part.Name], part.Name);
                }

                CheckAll(c.GetProperty("gradients"), gradients, "gradient");
            }

            optimizer.apply_gradients([.. gradients.Zip(variables)]);
        }

        CheckAll(c.GetProperty("final_weights"), [.. variables.Select(v => v.value)], "final weight");
    }

    internal static void CheckAll(JsonElement expected, Tensor?[] actual, string what)
    {
        Assert.Equal(expected.GetArrayLength(), actual.Length);
        for (var i = 0; i < actual.Length; i++)
        {
            GoldenTensor.CloseOrZero(expected[i], actual[i], $"{what} {i}");
        }
    }

    private static Sequential Network(JsonElement e)
    {
        var network = Sequential.from_config((Config)GoldenArguments.Value(e.GetProperty("config"))!);
        var shape = e.GetProperty("config").GetProperty("layers")[0].GetProperty("config").GetProperty("batch_input_shape");
        _ = network.apply(Tensor.Full(0, [1, .. shape.EnumerateArray().Skip(1).Select(d => d.GetInt32())]));
        return network;
    }

    private static void Set(Sequential[] networks, JsonElement weights)
    {
        var variables = networks.SelectMany(n => n.trainable_weights).ToArray();
        Assert.Equal(weights.EnumerateArray().Select(w => w.GetProperty("name").GetString()), variables.Select(v => v.name.Replace(":0", "", StringComparison.Ordinal)));
        for (var i = 0; i < variables.Length; i++)
        {
            variables[i].assign(GoldenTensor.Of(weights[i].GetProperty("array")));
        }
    }

    private static string? WaitsFor(JsonElement c) => c.TryGetProperty("networks", out var networks)
        ? networks.EnumerateObject().SelectMany(n => n.Value.GetProperty("config").GetProperty("layers").EnumerateArray())
            .Select(layer => GoldenArguments.Missing("layers." + layer.GetProperty("class_name").GetString())).FirstOrDefault(reason => reason is not null)
        : null;
}
