using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Models;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Models.Trainings;

/// <summary>Trainings of models with several outputs and own steps, action by action: <c>functional.json</c>, list <c>trainings</c>.</summary>
public class FunctionalTrainingTests
{
    private static readonly GoldenCases Golden = new(
        "functional.json", "trainings", waitsFor: (name, _) => TrainingTwins.Has(name) ? null : "no C# twin of the model yet");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var model = TrainingTwins.Create(name);
        var data = c.GetProperty("data");
        model.predict_on_batch(TrainingArguments.Data(data.GetProperty("x"))!); // makes the weights
        var names = c.GetProperty("weight_names").EnumerateArray().Select(n => ShortName(n.GetString()!)).ToList();
        foreach (var variable in model.weights)
        {
            variable.assign(KerasSharp.Engine.Tensor.From(new GoldenArray(c.GetProperty("initial_weights")[names.IndexOf(ShortName(variable.name))]).ToNDArray()));
        }

        foreach (var action in c.GetProperty("actions").EnumerateArray())
        {
            new Actions(model, names, data, c.GetProperty("float64_difference")).Run(action);
        }
    });

    // The layer and the weight: two/h/kernel and h/kernel:0 are one.
    private static string ShortName(string name) => string.Join('/', name.Split(':')[0].Split('/').TakeLast(2));

    private sealed class Actions(Model model, List<string> weightNames, JsonElement data, JsonElement float64Difference)
    {
        private readonly double tolerance = Math.Max(1e-5, 20 * float64Difference.EnumerateObject().Max(p => p.Value.GetDouble()));

        public void Run(JsonElement action)
        {
            var args = action.TryGetProperty("args", out var given) ? given : default;
            switch (action.GetProperty("do").GetString())
            {
                case "compile":
                    model.compile(
                        optimizer: (KerasSharp.Optimizers.Optimizer)GoldenArguments.Value(args.GetProperty("optimizer"))!, loss: TrainingArguments.Losses(Of(args, "loss")),
                        metrics: TrainingArguments.Metrics(Of(args, "metrics")), loss_weights: TrainingArguments.Weights(Of(args, "loss_weights")),
                        weighted_metrics: TrainingArguments.Metrics(Of(args, "weighted_metrics")));
                    break;
                case "fit":
                    Fit(action, args);
                    break;
                case "evaluate":
                    Values(action.GetProperty("result"), model.evaluate(
                        Named(action, "x")!, Named(action, "y"), args.GetProperty("batch_size").GetInt32(), 0, Named(action, "sample_weight")));
                    break;
                case "predict":
                    Outputs(action.GetProperty("result"), model.predict(Named(action, "x")!, args.GetProperty("batch_size").GetInt32(), 0));
                    break;
                case "train_on_batch":
                    Values(action.GetProperty("result"), model.train_on_batch(
                        Named(action, "x")!, Named(action, "y"), Named(action, "sample_weight"), reset_metrics: Of(args, "reset_metrics").ValueKind != JsonValueKind.False));
                    Weights(action);
                    break;
                case "test_on_batch":
                    Values(action.GetProperty("result"), model.test_on_batch(
                        Named(action, "x")!, Named(action, "y"), reset_metrics: Of(args, "reset_metrics").ValueKind != JsonValueKind.False));
                    break;
                case "predict_on_batch":
                    Outputs(action.GetProperty("result"), model.predict_on_batch(Named(action, "x")!));
                    break;
                case "read":
                    Read(action.GetProperty("what").GetString()!, action.GetProperty("result"));
                    break;
                default:
                    Assert.Fail($"unknown action: {action}");
                    break;
            }
        }

        private static JsonElement Of(JsonElement args, string name) => args.ValueKind == JsonValueKind.Object && args.TryGetProperty(name, out var value) ? value : default;

        private void Fit(JsonElement action, JsonElement args)
        {
            var recorder = new TrainingGoldenTests.StepRecorder();
            var history = model.fit(
                Named(action, "x")!, Named(action, "y"), args.GetProperty("batch_size").GetInt32(), args.GetProperty("epochs").GetInt32(), verbose: 0,
                callbacks: [recorder], validation_split: Of(args, "validation_split") is { ValueKind: JsonValueKind.Number } split ? split.GetDouble() : 0,
                shuffle: args.GetProperty("shuffle").GetBoolean(), sample_weight: Named(action, "sample_weight"));
            var steps = action.GetProperty("steps");
            Assert.Equal(steps.GetArrayLength(), recorder.Steps.Count);
            foreach (var (want, got) in steps.EnumerateArray().Zip(recorder.Steps))
            {
                Named(want.GetProperty("logs"), got.Logs);
            }

            var expected = action.GetProperty("history");
            Assert.Equal(expected.EnumerateObject().Select(p => p.Name), history.history.Keys);
            foreach (var entry in expected.EnumerateObject())
            {
                GoldenArray.Close<double>(GoldenModels.Numbers(entry.Value), [.. history.history[entry.Name]], tolerance, 0, entry.Name);
            }

            Weights(action);
        }

        private void Weights(JsonElement action)
        {
            foreach (var variable in model.weights)
            {
                var want = action.GetProperty("weights_after")[weightNames.IndexOf(ShortName(variable.name))];
                new GoldenArray(want).Close(variable.value.numpy(), tolerance, 0, variable.name);
            }
        }

        private void Values(JsonElement want, EvaluationResult got)
        {
            if (want.ValueKind == JsonValueKind.Object)
            {
                Named(want, got.as_dict());
            }
            else
            {
                GoldenArray.Close<double>(GoldenModels.Numbers(want), [.. got], tolerance, 0, "result");
            }
        }

        private void Named(JsonElement want, Logs got)
        {
            Assert.Equal(want.EnumerateObject().Select(p => p.Name), got.Keys);
            Assert.All(want.EnumerateObject(), p => GoldenArray.Close<double>([p.Value.GetDouble()], [got[p.Name]], tolerance, 0, p.Name));
        }

        private void Outputs(JsonElement want, NDArray got)
        {
            if (want.ValueKind == JsonValueKind.Array)
            {
                Assert.All(want.EnumerateArray().Index(), item => Outputs(item.Item, ((NDArrays)got).output(item.Index)));
            }
            else if (want.TryGetProperty("dtype", out _))
            {
                new GoldenArray(want).Close(got, tolerance, 0, "outputs");
            }
            else
            {
                Assert.Equal(want.EnumerateObject().Select(p => p.Name), ((NDArrays)got).Nest.Keys);
                Assert.All(want.EnumerateObject(), p => Outputs(p.Value, ((NDArrays)got).output(p.Name)));
            }
        }

        // The names of weights say which model made them: that is for the tests of layers.
        private void Read(string what, JsonElement want)
        {
            var names = want.EnumerateArray().Select(n => n.GetString());
            switch (what)
            {
                case "metrics_names":
                    Assert.Equal(names, model.metrics_names);
                    break;
                case "metrics":
                    Assert.Equal(names, model.metrics.Select(m => m.name));
                    break;
                case "trainable_weights":
                    Assert.Equal(want.GetArrayLength(), model.trainable_weights.Count);
                    break;
                default:
                    Assert.Fail($"unknown property: {what}");
                    break;
            }
        }

        private Data? Named(JsonElement action, string argument)
        {
            var names = action.GetProperty("data");
            if (!names.TryGetProperty(argument, out var name))
            {
                return null;
            }

            var all = TrainingArguments.Data(data.GetProperty(name.GetString()!));
            return action.TryGetProperty("rows", out var rows) ? TrainingArguments.Rows(all, $"{rows[0].GetInt32()}:{rows[1].GetInt32()}") : all;
        }
    }
}
