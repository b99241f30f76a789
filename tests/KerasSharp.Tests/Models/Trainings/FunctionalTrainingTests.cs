using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Models;
using KerasSharp.Optimizers;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Models.Trainings;

/// <summary>
/// Trainings of models with several outputs, own layers and own steps, action by action: <c>functional.json</c>, list <c>trainings</c>. Runs
/// alone: the counters of names are the process's.
/// </summary>
[Collection("alone")]
public class FunctionalTrainingTests
{
    private static readonly GoldenCases Golden = new("functional.json", "trainings", waitsFor: TrainingTwins.WaitsFor);

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        keras.backend.clear_session();
        var model = TrainingTwins.Create(name, c);
        var data = c.GetProperty("data");
        if (!model.built)
        {
            model.predict_on_batch(TrainingArguments.Data(data.GetProperty("x"))!);
        }

        if (c.GetProperty("actions").EnumerateArray().Any(action => action.GetProperty("do").GetString() == "set"))
        {
            model.trainable = true; // the configuration was written after the actions
        }

        Assert.Equal(c.GetProperty("weight_names").EnumerateArray().Select(n => n.GetString()), Names(model.weights));
        model.set_weights([.. c.GetProperty("initial_weights").EnumerateArray().Select(w => new GoldenArray(w).ToNDArray())]);
        foreach (var action in c.GetProperty("actions").EnumerateArray())
        {
            new Actions(model, data, c.GetProperty("float64_difference")).Run(action);
        }
    });

    private static IEnumerable<string> Names(IEnumerable<Variable> variables) => variables.Select(v => v.name.Split(':')[0]);

    private sealed class Actions(Model model, JsonElement data, JsonElement float64Difference)
    {
        private readonly double tolerance = Math.Max(1e-5, 20 * float64Difference.EnumerateObject().Max(p => p.Value.GetDouble()));

        public void Run(JsonElement action)
        {
            var args = action.TryGetProperty("args", out var given) ? given : default;
            switch (action.GetProperty("do").GetString())
            {
                case "compile" when model is TrainingTwins.GAN gan:
                    gan.compile(
                        (Optimizer)GoldenArguments.Value(args.GetProperty("d_optimizer"))!, (Optimizer)GoldenArguments.Value(args.GetProperty("g_optimizer"))!,
                        (Loss)GoldenArguments.Value(args.GetProperty("loss_fn"))!);
                    break;
                case "compile":
                    model.compile(
                        optimizer: (Optimizer)GoldenArguments.Value(args.GetProperty("optimizer"))!, loss: TrainingArguments.Losses(Of(args, "loss")),
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
                case "set":
                    Assert.Equal("trainable", action.GetProperty("attribute").GetString());
                    model.get_layer(action.GetProperty("target").GetString()).trainable = action.GetProperty("value").GetBoolean();
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
                shuffle: args.GetProperty("shuffle").GetBoolean(), sample_weight: Named(action, "sample_weight"), validation_data: Validation(action),
                class_weight: action.GetProperty("data").TryGetProperty("class_weight", out var weights)
                    ? data.GetProperty(weights.GetString()!).EnumerateObject().ToDictionary(p => int.Parse(p.Name), p => p.Value.GetSingle()) : null);
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

        private ValidationData? Validation(JsonElement action)
        {
            if (!action.TryGetProperty("validation_data", out var names))
            {
                return null;
            }

            Data?[] parts = [.. names.EnumerateArray().Select(n => TrainingArguments.Data(data.GetProperty(n.GetString()!)))];
            return new(parts[0]!, parts[1], parts.ElementAtOrDefault(2));
        }

        private void Weights(JsonElement action)
        {
            foreach (var (want, got) in action.GetProperty("weights_after").EnumerateArray().Zip(model.weights))
            {
                new GoldenArray(want).Close(got.value.numpy(), tolerance, 0, got.name);
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

        private void Read(string what, JsonElement want)
        {
            switch (what)
            {
                case "losses":
                    GoldenArray.Close<double>(GoldenModels.Numbers(want), [.. model.losses.Select(loss => (double)loss.item())], tolerance, 0, what);
                    return;
                case "iterations":
                    Assert.Equal(want.GetInt64(), model.optimizer.iterations);
                    return;
                default:
                    Assert.Equal(want.EnumerateArray().Select(n => n.GetString()), what switch
                    {
                        "metrics_names" => model.metrics_names,
                        "metrics" => model.metrics.Select(m => m.name),
                        "trainable_weights" => Names(model.trainable_weights),
                        "non_trainable_weights" => Names(model.non_trainable_weights),
                        "optimizer_variables" => Names(model.optimizer.variables),
                        _ => throw new ArgumentException($"unknown property: {what}"),
                    });
                    return;
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
