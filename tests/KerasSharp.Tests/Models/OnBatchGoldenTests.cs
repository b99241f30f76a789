using System.Text.Json;
using KerasSharp.Models;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Models;

/// <summary><c>train_on_batch</c> and its like, in the order of real Keras's calls on one model.</summary>
public class OnBatchGoldenTests
{
    private const double Tolerance = 1e-5;
    private static readonly JsonElement Root = GoldenFile.Load("training.json").GetProperty("on_batch");

    // The calls share one model: they are one test, recorded case by case.
    private static readonly GoldenCases Golden = new("training.json", "on_batch.calls", c => c.GetProperty("call").GetString()!);

    [Fact]
    public void Calls_in_order_on_one_model()
    {
        var model = Create(["accuracy"]);
        foreach (var name in Golden.Names)
        {
            Golden.Run(name, call => Check(model, call));
        }
    }

    [Fact]
    public void Without_metrics_the_result_is_a_number()
    {
        var model = Create(null);
        var expected = Root.GetProperty("no_metrics");
        var (x, y) = Rows(0, 4);
        var loss = (double)model.train_on_batch(x, y);
        GoldenArray.Close<double>([expected.GetProperty("train_on_batch").GetDouble()], [loss], Tolerance, 0, "loss");
    }

    [Fact]
    public void The_mean_does_not_depend_on_the_batches()
    {
        var model = Create(["accuracy"]);
        foreach (var entry in Root.GetProperty("averaging").GetProperty("evaluate").EnumerateObject())
        {
            var scores = model.evaluate(Array("x"), Array("y"), batch_size: int.Parse(entry.Name), verbose: 0);
            Assert.Equal(2, scores.Count);
            Assert.Equal(model.evaluate(Array("x"), Array("y"), batch_size: 9, verbose: 0)[0], scores[0], 6);
        }
    }

    private static void Check(Sequential model, JsonElement call)
    {
        var (x, y) = Rows(call.GetProperty("first").GetInt32(), call.GetProperty("end").GetInt32());
        var args = call.GetProperty("args");
        var weights = GoldenFile.Has(args, "sample_weight") ? (NDArray)args.GetProperty("sample_weight").EnumerateArray().Select(e => e.GetSingle()).ToArray() : null;
        var classes = GoldenFile.Has(args, "class_weight")
            ? args.GetProperty("class_weight").EnumerateObject().ToDictionary(p => int.Parse(p.Name), p => p.Value.GetSingle()) : null;
        var reset = !GoldenFile.Has(args, "reset_metrics") || args.GetProperty("reset_metrics").GetBoolean();
        var result = call.GetProperty("result");
        switch (call.GetProperty("call").GetString())
        {
            case "predict_on_batch":
                new GoldenArray(result).Close(model.predict_on_batch(x));
                return;
            case "train_on_batch":
                Compare(result, model.train_on_batch(x, y, weights, classes, reset));
                return;
            case "test_on_batch":
                Compare(result, model.test_on_batch(x, y, weights, reset));
                return;
            default:
                Assert.Fail($"unknown call: {call}");
                return;
        }
    }

    private static void Compare(JsonElement want, EvaluationResult got)
    {
        if (want.ValueKind == JsonValueKind.Object)
        {
            Assert.Equal(want.EnumerateObject().Select(p => p.Name), got.as_dict().Keys);
            Assert.All(want.EnumerateObject(), p => Assert.Equal(p.Value.GetDouble(), got[p.Name], Tolerance));
            return;
        }

        GoldenArray.Close<double>(GoldenModels.Numbers(want), [.. got], Tolerance, 0, "result");
    }

    private static Sequential Create(KerasSharp.Metrics.MetricIdentifier[]? metrics)
    {
        var model = (Sequential)GoldenModels.Create(Root.GetProperty("config"));
        GoldenModels.SetWeights(model, Root.GetProperty("initial_weights"));
        model.compile(optimizer: GoldenModels.Optimizer(Root.GetProperty("optimizer")), loss: "sparse_categorical_crossentropy", metrics: metrics);
        return model;
    }

    private static (NDArray X, NDArray Y) Rows(int first, int end) => (Array("x")[$"{first}:{end}"], Array("y")[$"{first}:{end}"]);

    private static NDArray Array(string name) => GoldenModels.Array(Root, name)!;
}
