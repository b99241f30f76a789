using System.Reflection;
using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Layers.Preprocessing;

/// <summary>Layers that learn from data before a model is trained: the steps of text_layers.json, one after the other.</summary>
public class GoldenPreprocessingLayerTests
{
    private static readonly GoldenCases Golden = new("text_layers.json", "cases", waitsFor: (_, c) => WaitsFor(c));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_layer_adapts_as_Keras_s(string name) => Golden.Run(name, c =>
    {
        if (GoldenFile.Has(c, "error"))
        {
            Fails(c.GetProperty("error"), () => Create(c));
            return;
        }

        var layer = Create(c);
        foreach (var step in c.GetProperty("steps").EnumerateArray())
        {
            if (GoldenFile.Has(step, "error"))
            {
                Fails(step.GetProperty("error"), () => Call(layer, step));
                continue;
            }

            var got = step.TryGetProperty("get", out var attribute) ? Get(layer, attribute.GetString()!) : Call(layer, step);
            if (step.GetProperty("result") is { ValueKind: not JsonValueKind.Null } wanted)
            {
                Same(wanted, got);
            }
        }

        if (GoldenFile.Has(c, "config"))
        {
            var config = layer.get_config();
            config.Remove("name");
            GoldenConfig.Same(c.GetProperty("config"), config);
        }
    });

    private static string? WaitsFor(JsonElement c) => !GoldenFile.Has(c, "class") ? $"no test calls {c.GetProperty("function").GetString()} yet"
        : c.GetProperty("class").GetString() is var path && GoldenArguments.Missing(path!) is { } missing ? missing
        : !path!.StartsWith("layers.", StringComparison.Ordinal) ? $"no test makes {path} yet"
        : c.GetProperty("args").TryGetProperty("sparse", out var sparse) && sparse.GetBoolean() && !GoldenFile.Has(c, "error") ? "no sparse tensors yet"
        : null;

    private static Layer Create(JsonElement c) => (Layer)GoldenArguments.Create(c.GetProperty("class").GetString()!, GoldenArguments.Of(c));

    private static object? Call(Layer layer, JsonElement step)
    {
        var args = step.GetProperty("args");
        switch (step.GetProperty("call").GetString())
        {
            case "adapt":
                var (data, batchSize) = (args.GetProperty("data"), args.TryGetProperty("batch_size", out var size) ? size.GetInt32() : (int?)null);
                ((PreprocessingLayer)layer).adapt(
                    data.TryGetProperty("dataset", out var values) ? tf.data.Dataset.from_tensor_slices(Value(values)).batch(data.GetProperty("batch_size").GetInt32()) : Value(data).numpy(),
                    batchSize);
                return null;
            case "get_weights":
                return layer.weights.Select(w => w.value).ToArray();
            default:
                var more = args.EnumerateObject().Where(a => a.Name != "*").ToDictionary(a => a.Name, a => (object?)Value(a.Value));
                return layer.apply(Value(args.GetProperty("*")[0]), kwargs: more.Count == 0 ? null : more);
        }
    }

    private static object? Get(Layer layer, string attribute)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;
        return (layer.GetType().GetProperty(attribute, Public) ?? throw new GoldenMismatchException($"no attribute {attribute}")).GetValue(layer);
    }

    private static void Same(JsonElement wanted, object? got)
    {
        switch (got)
        {
            case Tensor tensor:
                if (wanted.ValueKind == JsonValueKind.Object)
                {
                    Assert.Equal(wanted.GetProperty("dtype").GetString(), tensor.dtype.Name());
                }

                new GoldenArray(wanted).Close(tensor.numpy());
                break;
            case Tensor[] several:
                Assert.Equal(wanted.GetArrayLength(), several.Length);
                foreach (var (want, tensor) in wanted.EnumerateArray().Zip(several))
                {
                    Same(want, tensor);
                }

                break;
            default:
                var numbers = Assert.IsAssignableFrom<IEnumerable<double>>(got).ToArray();
                GoldenArray.Close<double>([.. wanted.EnumerateArray().Select(v => v.GetDouble())], numbers);
                break;
        }
    }

    private static void Fails(JsonElement error, Action action)
    {
        var thrown = Assert.ThrowsAny<Exception>(action);
        Assert.Equal(error.GetProperty("message").GetString(), thrown.Message);
        Assert.Equal(error.GetProperty("type").GetString(), thrown.GetType().Name);
    }

    private static Tensor Value(JsonElement value) => value.ValueKind == JsonValueKind.Number ? Tensor.From<int>([value.GetInt32()]) : Tensor.From(new GoldenArray(value).ToNDArray());
}
