using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Losses;

/// <summary>Every loss, made by reflection from the class and arguments of each case of losses.json: configuration, values, gradients.</summary>
public class GoldenLossTests
{
    private static readonly GoldenCases Objects = new("losses.json", "cases", waitsFor: (_, c) => Missing(c));

    private static readonly GoldenCases Functions = new(
        "losses.json", "functions", waitsFor: (_, c) => GoldenFunctions.Missing(typeof(keras.losses), c.GetProperty("function").GetString()!));

    private static readonly GoldenCases Activations = new("losses.json", "through_activation", waitsFor: (_, c) => Missing(c));

    public static TheoryData<string> ObjectCases => new(Objects.Names);

    public static TheoryData<string> FunctionCases => new(Functions.Names);

    public static TheoryData<string> ActivationCases => new(Activations.Names);

    [Theory, MemberData(nameof(ObjectCases))]
    public void A_loss_weighs_and_reduces_as_Keras(string name) => Objects.Run(name, c =>
    {
        // The truth was an array: Keras takes it as it is, and brings only two tensors to one rank.
        using var scope = TensorScope.Begin();
        var (y_true, y_pred) = (new GoldenArray(c.GetProperty("y_true")).ToNDArray(), Read(c, "y_pred"));
        GoldenConfig.Same(c.GetProperty("config"), Create(c, null).get_config());
        foreach (var result in c.GetProperty("results").EnumerateArray())
        {
            var weight = result.GetProperty("sample_weight").GetString()!;
            var reduction = result.GetProperty("reduction").GetString()!;
            var loss = Create(c, reduction);
            var sample_weight = weight == "none" ? null : Read(c.GetProperty("sample_weights"), weight);
            Check(result, "gradient", () => loss.apply(y_true, y_pred, sample_weight), y_pred, $"{weight}, {reduction}: ", Rtol(name));
        }
    });

    [Theory, MemberData(nameof(FunctionCases))]
    public void A_loss_is_a_function_too(string name) => Functions.Run(name, c =>
    {
        using var scope = TensorScope.Begin();
        var (y_true, y_pred) = (Read(c, "y_true"), Read(c, "y_pred"));
        var function = c.GetProperty("function").GetString()!;
        Check(c, "gradient_of_sum", () => GoldenFunctions.Call(typeof(keras.losses), function, c, y_true, y_pred), y_pred, "", Rtol(name));
    });

    [Theory, MemberData(nameof(ActivationCases))]
    public void A_crossentropy_computes_from_the_logits_of_an_activation(string name) => Activations.Run(name, c =>
    {
        using var scope = TensorScope.Begin();
        var (y_true, logits) = (Read(c, "y_true"), Read(c, "logits"));
        KerasSharp.Activations.ActivationFunction activation = c.GetProperty("activation").GetString()!;
        var loss = Create(c, null);
        Check(c, "gradient", () => loss.apply(y_true, activation.call(logits)), logits, "from logits: ", 1e-4);
        Tensor FromProbabilities()
        {
            var p = activation.call(logits);
            p.Logits = null;
            return loss.apply(y_true, p);
        }

        Check(c, "gradient_from_probabilities", FromProbabilities, logits, "from probabilities: ", 1e-3, "value_from_probabilities");
    });

    // The files' words: at 1e-7, the logarithm's slope costs float32 some digits.
    private static double Rtol(string name)
        => name.Contains("extreme") || name.Contains("predictions 0 and 1") || name.Contains("zero ") ? 1e-3 : GoldenArray.Rtol;

    private static string? Missing(JsonElement c) => GoldenArguments.Missing("losses." + c.GetProperty("class").GetString());

    private static Loss Create(JsonElement c, string? reduction)
    {
        var arguments = GoldenArguments.Of(c);
        if (reduction is not null)
        {
            arguments["reduction"] = reduction;
        }

        return (Loss)GoldenArguments.Create("losses." + c.GetProperty("class").GetString(), arguments);
    }

    private static Tensor Read(JsonElement c, string property) => Tensor.From(new GoldenArray(c.GetProperty(property)).ToNDArray());

    private static void Check(JsonElement c, string gradient, Func<Tensor> compute, Tensor source, string what, double rtol, string value = "value")
    {
        using var tape = new GradientTape();
        tape.watch(source);
        tape.start();
        var y = compute();
        tape.stop();
        GoldenArray.Close(c.GetProperty(value), y.ToArray<float>(), y.Dims, rtol: rtol, what: what + value);
        var dx = tape.gradient(y, [source])[0] ?? Tensor.Full(0, source.DimsArray);
        GoldenArray.Close(c.GetProperty(gradient), dx.ToArray<float>(), dx.Dims, rtol: rtol, what: what + gradient);
    }
}
