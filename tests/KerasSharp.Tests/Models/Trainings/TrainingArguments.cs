using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Saving;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Models.Trainings;

/// <summary>The arguments of the trainings' actions as C# takes them: nests of arrays, losses, metrics, weights.</summary>
internal static class TrainingArguments
{
    /// <summary>A nest of arrays; null if there is none.</summary>
    public static Data? Data(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Array => KerasSharp.Data.Create([.. element.EnumerateArray().Select(Data)]),
        _ when element.TryGetProperty("dtype", out _) => new GoldenArray(element).ToNDArray(),
        _ => element.EnumerateObject().Aggregate(new Data(), (data, p) =>
        {
            data[p.Name] = Data(p.Value);
            return data;
        }),
    };

    /// <summary>Some rows of a nest of arrays.</summary>
    public static Data? Rows(Data? data, string rows) => data is null ? null
        : KerasSharp.Data.Of(data.Nest.map<object?>(leaf => leaf is NDArray array ? array[rows] : leaf));

    /// <summary>The argument <c>loss</c>.</summary>
    public static LossNest? Losses(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Array => LossNest.Create([.. element.EnumerateArray().Select(Losses)]),
        _ when element.TryGetProperty("code", out var code) => code.GetString() == "quartic" ? (Func<Tensor, Tensor, Tensor>)Quartic : new Weighted(2.0),
        _ when element.TryGetProperty("object", out _) => (Loss)GoldenArguments.Value(element)!,
        _ => element.EnumerateObject().Aggregate(new LossNest(), (nest, p) =>
        {
            nest[p.Name] = Losses(p.Value);
            return nest;
        }),
    };

    /// <summary>The argument <c>metrics</c> or <c>weighted_metrics</c>.</summary>
    public static MetricNest? Metrics(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Array => MetricNest.Create([.. element.EnumerateArray().Select(Metrics)]),
        _ when element.TryGetProperty("code", out var code) => code.GetString() switch
        {
            "Largest()" => new Largest(),
            "spread" => (Func<Tensor, Tensor, Tensor>)spread,
            _ => (Func<Tensor, Tensor, Tensor>)total,
        },
        _ when element.TryGetProperty("object", out _) => (Metric)GoldenArguments.Value(element)!,
        _ => element.EnumerateObject().Aggregate(new MetricNest(), (nest, p) =>
        {
            nest[p.Name] = Metrics(p.Value);
            return nest;
        }),
    };

    /// <summary>The argument <c>loss_weights</c>.</summary>
    public static LossWeights? Weights(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.Array => LossWeights.Create([.. element.EnumerateArray().Select(Weights)]),
        _ => element.EnumerateObject().Aggregate(new LossWeights(), (nest, p) =>
        {
            nest[p.Name] = p.Value.GetDouble();
            return nest;
        }),
    };

    private static Tensor spread(Tensor y_true, Tensor y_pred) => keras.ops.max(y_pred, -1) - keras.ops.min(y_true, -1);

    private static Tensor total(Tensor y_true, Tensor y_pred) => keras.ops.sum(keras.ops.abs(y_pred));

    private static Tensor Quartic(Tensor y_true, Tensor y_pred) => keras.ops.mean(keras.ops.square(keras.ops.square(y_true - y_pred)), -1);

    private sealed class Weighted(double factor) : Loss(name: "weighted")
    {
        public override Tensor call(Tensor y_true, Tensor y_pred) => factor * keras.ops.mean(keras.ops.abs(y_true - y_pred), -1);

        public override Config get_config() => new(base.get_config()) { ["factor"] = factor };
    }

    private sealed class Largest : Metric
    {
        private readonly Variable value;
        private readonly Variable count;

        public Largest(string name = "largest")
            : base(name)
        {
            value = add_weight(name: "value", initializer: "zeros");
            count = add_weight(name: "count", initializer: "zeros");
        }

        public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
        {
            value.assign(keras.ops.maximum(value, keras.ops.max(keras.ops.abs(y_true - y_pred))));
            count.assign(count.value + 1.0);
        }

        public override MetricResult result() => value.item() / count.item();
    }
}
