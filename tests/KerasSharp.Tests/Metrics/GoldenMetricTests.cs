using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Metrics;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Metrics;

/// <summary>Every metric, made by reflection from the class and arguments of each case of metrics.json: configuration and results after each batch.</summary>
public class GoldenMetricTests
{
    private static readonly GoldenCases Objects = new(
        "metrics.json", "cases", waitsFor: (_, c) => GoldenArguments.Missing("metrics." + c.GetProperty("class").GetString()));

    private static readonly GoldenCases Functions = new(
        "metrics.json", "functions", waitsFor: (_, c) => GoldenFunctions.Missing(typeof(keras.metrics), c.GetProperty("function").GetString()!));

    private static readonly GoldenCases Shortcuts = new("metrics.json", "accuracy_shortcut", label: c => $"{c.GetProperty("name")}, {c.GetProperty("metric")}");

    public static TheoryData<string> ObjectCases => new(Objects.Names);

    public static TheoryData<string> FunctionCases => new(Functions.Names);

    public static TheoryData<string> ShortcutCases => new(Shortcuts.Names);

    [Theory, MemberData(nameof(ObjectCases))]
    public void A_metric_runs_over_batches_as_Keras(string name) => Objects.Run(name, c =>
    {
        foreach (var kind in new[] { "unweighted", "weighted" })
        {
            if (!GoldenFile.Has(c, kind))
            {
                continue;
            }

            var metric = (Metric)GoldenArguments.Create("metrics." + c.GetProperty("class").GetString(), GoldenArguments.Of(c));
            SameConfig(c, metric);
            Results(c, metric, kind);
        }
    });

    [Theory, MemberData(nameof(FunctionCases))]
    public void A_metric_is_a_function_too(string name) => Functions.Run(name, c =>
    {
        using var scope = TensorScope.Begin();
        var value = GoldenFunctions.Call(typeof(keras.metrics), c.GetProperty("function").GetString()!, c, Read(c, "y_true")!, Read(c, "y_pred")!);
        GoldenArray.Close(c.GetProperty("value"), value.ToArray<float>(), value.Dims);
    });

    [Theory, MemberData(nameof(ShortcutCases))]
    public void Accuracy_and_crossentropy_follow_from_the_shapes(string name) => Shortcuts.Run(name, c =>
    {
        using var scope = TensorScope.Begin();
        MetricIdentifier identifier = c.GetProperty("metric").GetString()!;
        var compiled = new KerasSharp.Models.Training.CompiledMetrics([identifier]);
        var arrays = c.TryGetProperty("y_true", out _) ? c : Before(c);
        var (y_true, y_pred) = (new GoldenArray(arrays.GetProperty("y_true")).ToNDArray(), new GoldenArray(arrays.GetProperty("y_pred")).ToNDArray());
        var (count, batch) = ((int)y_true.shape[0], c.GetProperty("batch_size").GetInt32());
        for (var i = 0; i < count; i += batch)
        {
            var rows = $"{i}:{Math.Min(count, i + batch)}";
            compiled.update_state(Tensor.From(y_true[rows]), Tensor.From(y_pred[rows]), null);
        }

        var metric = Assert.IsAssignableFrom<MeanMetricWrapper>(Assert.Single(compiled.metrics));
        Assert.Equal(c.GetProperty("metric_class").GetString(), metric.GetType().Name);
        Assert.Equal(c.GetProperty("function").GetString(), metric.fn_name);
        Assert.Equal(c.GetProperty("log_key").GetString(), Assert.Single(compiled.metrics).name);
        Assert.Equal(c.GetProperty("value").GetSingle(), metric.result(), 1e-5f);
    });

    /// <summary>The arrays of a short form are those of the entry before it with the same name.</summary>
    private static JsonElement Before(JsonElement c)
    {
        var all = GoldenFile.At(GoldenFile.Load("metrics.json"), "accuracy_shortcut").EnumerateArray().ToArray();
        var at = Array.FindIndex(all, e => e.GetRawText() == c.GetRawText());
        return all.Take(at).Last(e => e.GetProperty("name").GetString() == c.GetProperty("name").GetString() && e.TryGetProperty("y_true", out _));
    }

    private static void Results(JsonElement c, Metric metric, string kind)
    {
        using var scope = TensorScope.Begin();
        var (batches, expected) = (c.GetProperty("batches"), c.GetProperty(kind));
        for (var i = 0; i < batches.GetArrayLength(); i++)
        {
            var weight = kind == "weighted" ? Read(batches[i], "sample_weight") : null;
            if (Read(batches[i], "values") is { } values)
            {
                Update(metric, values, weight);
            }
            else
            {
                metric.update_state(Read(batches[i], "y_true")!, Read(batches[i], "y_pred")!, weight);
            }

            Close(expected.GetProperty("results")[i], metric.result(), $"{kind}, batch {i}");
        }

        metric.reset_state();
        if (GoldenFile.Has(expected, "after_reset"))
        {
            Close(expected.GetProperty("after_reset"), metric.result(), $"{kind}, after the reset");
        }
    }

    private static void Close(JsonElement expected, Tensor result, string what)
        => GoldenArray.Close(expected, result.ToArray<float>(), result.Dims, what: what);

    private static void Update(Metric metric, Tensor values, Tensor? weight)
    {
        if (metric is Mean mean)
        {
            mean.update_state(values, weight);
        }
        else
        {
            ((Sum)metric).update_state(values, weight);
        }
    }

    /// <summary>A name that Keras made up ends with a number that depends on what was made before.</summary>
    private static void SameConfig(JsonElement c, Metric metric)
    {
        var config = metric.get_config();
        var name = c.GetProperty("config").GetProperty("name").GetString()!;
        var given = c.GetProperty("config").GetRawText();
        if (name != c.GetProperty("default_name").GetString())
        {
            Assert.StartsWith(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('_'), metric.name);
            config["name"] = name;
        }

        GoldenConfig.Same(c.GetProperty("config"), config, given);
    }

    private static Tensor? Read(JsonElement c, string property)
        => GoldenFile.Has(c, property) ? Tensor.From(new GoldenArray(c.GetProperty(property)).ToNDArray()) : null;
}
