using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Initializers;
using KerasSharp.Saving;
using KerasSharp.Tests.Models;
using KerasSharp.Tests.Tf;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Seeded;

/// <summary>What TensorFlow's random functions and Keras's initializers draw for a seed. Runs alone: the seed is the process's.</summary>
[Collection("alone")]
public class GoldenTfRandomTests
{
    private static readonly GoldenCases Stateless = new("tf_image.json", "random", waitsFor: (_, c) => WaitsFor(c));
    private static readonly GoldenCases Sequences = new("tf_image.json", "sequences", waitsFor: (_, c) =>
        c.GetProperty("calls").EnumerateArray().Select(WaitsFor).FirstOrDefault(r => r is not null));
    private static readonly GoldenCases Initializers = new("tf_image.json", "initializers");
    private static readonly GoldenCases SeededModels = new("tf_image.json", "models", waitsFor: (_, c) => GoldenModels.WaitsFor(ModelOf(c)));

    public static TheoryData<string> StatelessCases => new(Stateless.Names);

    public static TheoryData<string> SequenceCases => new(Sequences.Names);

    public static TheoryData<string> InitializerCases => new(Initializers.Names);

    public static TheoryData<string> ModelCases => new(SeededModels.Names);

    [Theory, MemberData(nameof(StatelessCases))]
    public void A_function_with_a_seed_draws_TensorFlow_s_numbers(string name) => Stateless.Run(name, c =>
    {
        var drawn = (Tensor)Call(c)!;
        var outputs = c.GetProperty("outputs");
        foreach (var (want, got) in outputs.EnumerateArray().Zip(drawn is Tensors several ? several.Nest.flatten() : [drawn]))
        {
            Same(want, got);
        }
    });

    [Theory, MemberData(nameof(SequenceCases))]
    public void Calls_behind_set_seed_draw_TensorFlow_s_numbers(string name) => Sequences.Run(name, c =>
    {
        tf.random.set_seed(c.GetProperty("set_seed").GetInt64());
        foreach (var call in c.GetProperty("calls").EnumerateArray())
        {
            Same(call.GetProperty("output"), (Tensor)Call(call)!);
        }
    });

    [Theory, MemberData(nameof(InitializerCases))]
    public void An_initializer_with_a_seed_draws_Keras_s_weights(string name) => Initializers.Run(name, c =>
    {
        var initializer = (Initializer)ObjectRegistry.Create("initializers", c.GetProperty("class").GetString()!, GoldenArguments.Of(c));
        Same(c.GetProperty("output"), initializer.call(Dims(c.GetProperty("shape"))));
        Same(c.GetProperty("second_output"), initializer.call(Dims(c.GetProperty("second_shape"))));
    });

    [Theory, MemberData(nameof(ModelCases))]
    public void A_model_and_a_dropout_behind_one_seed_are_Keras_s(string name) => SeededModels.Run(name, c =>
    {
        keras.utils.set_random_seed(c.GetProperty("set_random_seed").GetInt32());
        var model = GoldenModels.Create(ModelOf(c));
        foreach (var (want, got) in c.GetProperty("weights").EnumerateArray().Zip(model.weights))
        {
            Same(want, got.value);
        }

        var dropout = keras.layers.Dropout(0.5);
        foreach (var want in c.GetProperty("dropout_outputs").EnumerateArray())
        {
            Same(want, dropout.apply(Tensor.Full(1, Dims(c.GetProperty("dropout_input_shape"))), training: true));
        }
    });

    private static JsonElement ModelOf(JsonElement c) => JsonDocument.Parse(c.GetProperty("model").GetString()!).RootElement;

    private static int[] Dims(JsonElement shape) => [.. shape.EnumerateArray().Select(d => d.GetInt32())];

    private static void Same(JsonElement want, Tensor got)
    {
        var values = got.dtype == DType.Float64 ? got.ToArray<double>() : keras.ops.cast(got, DType.Float64).ToArray<double>();
        Assert.Equal(want.GetProperty("dtype").GetString(), got.dtype.Name());
        Assert.Equal(Dims(want.GetProperty("shape")), got.Dims.ToArray());
        var expected = want.GetProperty("data").EnumerateArray().Select(GoldenFile.Number).ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            Assert.Equal(expected[i], values[i], Math.Max(1e-6, Math.Abs(expected[i]) * 1e-5));
        }
    }

    private static object? Call(JsonElement c) => PythonCalls.Invoke(
        c.GetProperty("function").GetString()!, [], c.GetProperty("args").EnumerateObject().ToDictionary(a => a.Name, a => Argument(a.Value)));

    private static object? Argument(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("data", out _)
        ? value.GetProperty("dtype").GetString() == "int64" ? Tensor.From<long>([.. value.GetProperty("data").EnumerateArray().Select(v => v.GetInt64())], Dims(value.GetProperty("shape")))
            : Tensor.From(new GoldenArray(value).ToNDArray())
        : GoldenArguments.Value(value);

    private static string? WaitsFor(JsonElement c)
    {
        var function = c.GetProperty("function").GetString()!;
        return PythonCalls.Find(function).Length == 0 ? $"no {function} yet"
            : c.GetProperty("args").TryGetProperty("dtype", out var type) && type.GetString() is "float16" or "bfloat16" or "uint32" or "uint64" ? $"no random numbers of dtype {type.GetString()} yet"
            : null;
    }
}
