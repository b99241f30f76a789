using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Metrics;
using KerasSharp.Models.Training;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Metrics;

/// <summary>Strings, objects and functions as metrics, and how they are called in the logs.</summary>
public class MetricIdentifierTests
{
    private static readonly GoldenCases Golden = new(
        "identifiers.json", "metrics", label: c => c.GetProperty("identifier").GetString()!, waitsFor: (_, c) => WaitsFor(c));

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void A_string_means_what_it_means_to_Keras(string name) => Golden.Run(name, c =>
    {
        var identifier = c.GetProperty("identifier").GetString()!;
        if (c.GetProperty("resolves_to").ValueKind == JsonValueKind.Null)
        {
            Assert.Throws<ValueError>(() => keras.metrics.get(identifier));
            return;
        }

        var metric = keras.metrics.get(identifier);
        Assert.Contains(c.GetProperty("resolves_to").GetString(), new[] { (metric as MeanMetricWrapper)?.fn_name, metric.GetType().Name });
        Assert.Equal(identifier, keras.metrics.serialize(metric));
    });

    [Fact]
    public void Strings_objects_and_functions_mix()
    {
        static Tensor worst(Tensor y_true, Tensor y_pred) => keras.ops.max(keras.ops.abs(y_true - y_pred), -1);
        Func<Tensor, Tensor, Tensor> function = worst;
        var compiled = new CompiledMetrics(["accuracy", keras.metrics.MeanAbsoluteError(), function, keras.losses.MeanSquaredError()]);
        compiled.update_state(Tensor.From<float>([1, 0, 0, 1], 2, 2), Tensor.From<float>([0.75f, 0.25f, 0.5f, 0.5f], 2, 2), null);

        Assert.Equal(["accuracy", "mean_absolute_error", "worst", "mean_squared_error"], compiled.metrics.Select(m => m.name));
        Assert.Equal([0.5f, 0.375f, 0.375f, 0.15625f], compiled.metrics.Select(m => (float)m.result()));
    }

    [Fact]
    public void A_weighted_metric_of_a_taken_name_says_so()
    {
        var compiled = new CompiledMetrics(["accuracy"], ["accuracy"]);
        compiled.update_state(Tensor.From<int>([1, 0], 2), Tensor.From<float>([0.2f, 0.8f, 0.3f, 0.7f], 2, 2), Tensor.From<float>([3, 1], 2));

        Assert.Equal(["accuracy", "weighted_accuracy"], compiled.metrics.Select(m => m.name));
        Assert.Equal([0.5f, 0.75f], compiled.metrics.Select(m => (float)m.result()));
    }

    [Fact]
    public void Two_metrics_of_one_name_are_refused()
    {
        var compiled = new CompiledMetrics(["accuracy", "accuracy"]);
        var error = Assert.Throws<ValueError>(() => compiled.update_state(keras.ops.zeros(2, 2), keras.ops.zeros(2, 2), null));

        Assert.Equal("Found two metrics with the same name: accuracy. All the metrics added to the model need to have unique names.", error.Message);
    }

    [Fact]
    public void A_misspelt_name_is_refused_at_once()
    {
        var error = Assert.Throws<ValueError>(() => (MetricIdentifier)"accurracy");

        Assert.StartsWith("Unknown metric function: 'accurracy'. Expected one of: ", error.Message);
        Assert.Contains(" accuracy,", error.Message);
    }

    private static string? WaitsFor(JsonElement c) => c.GetProperty("resolves_to").GetString() is { } name && char.IsUpper(name[0])
        ? GoldenArguments.Missing("metrics." + name)
        : null;
}
