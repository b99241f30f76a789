using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using KerasSharp.Optimizers;
using KerasSharp.Saving;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Models;

/// <summary>Whole trainings of real Keras, step by step: <c>training.json</c>.</summary>
public class TrainingGoldenTests
{
    private static readonly GoldenCases Golden = new("training.json", "cases", waitsFor: WaitsFor);

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var model = GoldenModels.Create(c.GetProperty("config"));
        GoldenModels.Compile(model, c.GetProperty("compile"));
        GoldenModels.SetWeights(model, c.GetProperty("initial_weights"));
        var tolerance = new Tolerance(c.GetProperty("float64_difference"));
        var data = c.GetProperty("data");
        var (x, y) = (GoldenModels.Data(data, "x")!, GoldenModels.Data(data, "y")!);
        var sampleWeight = GoldenModels.Data(data, "sample_weight");
        var fit = c.GetProperty("fit");
        var recorder = new StepRecorder();
        List<Callback> callbacks = [recorder];
        if (GoldenFile.Has(c, "callbacks"))
        {
            // The optimizer's configuration was written after the training: the history tells the first rate.
            model.optimizer.learning_rate = c.GetProperty("history").GetProperty("lr")[0].GetDouble();
            callbacks.Add(new HalveTheRate());
        }

        var history = model.fit(
            x, y,
            batch_size: fit.GetProperty("batch_size").ValueKind == JsonValueKind.Null ? null : fit.GetProperty("batch_size").GetInt32(),
            epochs: fit.GetProperty("epochs").GetInt32(), shuffle: fit.GetProperty("shuffle").GetBoolean(), verbose: 0,
            callbacks: callbacks, validation_data: Validation(data), sample_weight: sampleWeight, class_weight: ClassWeight(data));

        CheckSteps(c.GetProperty("steps"), recorder.Steps, tolerance.Of("step_logs"));
        CheckHistory(c.GetProperty("history"), history, tolerance.Of("history"));
        GoldenModels.CheckWeights(model, c.GetProperty("final_weights"), tolerance.Of("final_weights"));
        Assert.Equal(c.GetProperty("iterations").GetInt64(), model.optimizer.iterations);
        Assert.Equal(c.GetProperty("metrics_names").EnumerateArray().Select(n => n.GetString()), model.metrics_names);

        var evaluate = c.GetProperty("evaluate");
        var scores = model.evaluate(x, y, batch_size: evaluate.GetProperty("batch_size").GetInt32(), sample_weight: sampleWeight, verbose: 0);
        GoldenArray.Close<double>(GoldenModels.Numbers(evaluate.GetProperty("result")), [.. scores], tolerance.Of("history"), 0, "evaluate");
        var predict = c.GetProperty("predict");
        var outputs = model.predict(x, batch_size: predict.GetProperty("batch_size").GetInt32(), verbose: 0);
        foreach (var (i, want) in predict.GetProperty("outputs").EnumerateArray().Index())
        {
            new GoldenArray(want).Close(outputs.Nest.IsLeaf ? outputs : outputs.output(i), tolerance.Of("predict"), 0, $"predict, output {i}");
        }
    });

    internal static void CheckSteps(JsonElement expected, IReadOnlyList<(int Epoch, int Batch, Logs Logs)> steps, double tolerance)
    {
        Assert.Equal(expected.GetArrayLength(), steps.Count);
        for (var i = 0; i < steps.Count; i++)
        {
            var want = expected[i];
            Assert.Equal((want.GetProperty("epoch").GetInt32(), want.GetProperty("batch").GetInt32()), (steps[i].Epoch, steps[i].Batch));
            CheckLogs(want.GetProperty("logs"), steps[i].Logs, tolerance, $"step {i}");
        }
    }

    private static void CheckLogs(JsonElement want, Logs logs, double tolerance, string what)
    {
        Assert.Equal(want.EnumerateObject().Select(p => p.Name), logs.Keys);
        foreach (var entry in want.EnumerateObject())
        {
            GoldenArray.Close<double>([GoldenFile.Number(entry.Value)], [logs[entry.Name]], tolerance, 0, $"{what}, {entry.Name}");
        }
    }

    internal static void CheckHistory(JsonElement want, History history, double tolerance)
    {
        Assert.Equal(want.EnumerateObject().Select(p => p.Name), history.history.Keys);
        foreach (var entry in want.EnumerateObject())
        {
            GoldenArray.Close<double>(GoldenModels.Numbers(entry.Value), [.. history.history[entry.Name]], tolerance, 0, $"history, {entry.Name}");
        }
    }

    private static ValidationData? Validation(JsonElement data) => GoldenFile.Has(data, "validation")
        ? new ValidationData(
            GoldenModels.Data(data.GetProperty("validation"), "x")!, GoldenModels.Data(data.GetProperty("validation"), "y")!,
            GoldenModels.Data(data.GetProperty("validation"), "sample_weight"))
        : null;

    private static Dictionary<int, float>? ClassWeight(JsonElement data) => GoldenFile.Has(data, "class_weight")
        ? data.GetProperty("class_weight").EnumerateObject().ToDictionary(p => int.Parse(p.Name), p => p.Value.GetSingle())
        : null;

    // Keras's Nadam multiplies its product of momenta once per variable where a graph runs it (fit), once per step where none does
    // (optimizers.json): a Python counter is frozen in the graph. We follow the paper and the second.
    private static string? WaitsFor(string _, JsonElement c) =>
        c.GetProperty("compile").GetProperty("optimizer").GetProperty("class_name").GetString() == "Nadam" ? "a defect of Keras's graph mode that is not followed"
        : GoldenModels.WaitsFor(c.GetProperty("config")) ?? GoldenModels.WaitsForCompile(c.GetProperty("compile"));

    /// <summary>The absolute tolerance that the golden README states, group by group.</summary>
    internal sealed class Tolerance(JsonElement float64Difference)
    {
        public double Of(string group) => GoldenFile.Has(float64Difference, group) ? Math.Max(1e-5, 20 * float64Difference.GetProperty(group).GetDouble()) : 1e-5;
    }

    /// <summary>Notes the logs of each batch.</summary>
    internal sealed class StepRecorder : Callback
    {
        private int epoch;

        public List<(int Epoch, int Batch, Logs Logs)> Steps { get; } = [];

        public override void on_epoch_begin(int epoch, Logs? logs = null) => this.epoch = epoch;

        public override void on_train_batch_end(int batch, Logs? logs = null) => Steps.Add((epoch, batch, new Logs(logs!)));
    }

    /// <summary>The C# twin of the one callback that the file tells in words.</summary>
    private sealed class HalveTheRate : Callback
    {
        public override void on_epoch_begin(int epoch, Logs? logs = null)
        {
            if (epoch > 0)
            {
                model.optimizer.learning_rate *= 0.5;
            }
        }

        public override void on_epoch_end(int epoch, Logs? logs = null) => logs!["lr"] = model.optimizer.learning_rate;
    }
}
