using System.Text.Json;
using KerasSharp.Models;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Models;

/// <summary>The tutorial's LeNet-5 against real Keras, step by step, from weights and data of the golden files' generator.</summary>
public class LeNet5GoldenTests
{
    private static readonly GoldenCases Golden = new("training.json", "lenet5");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var seed = c.GetProperty("seed").GetInt64();
        var tolerance = new TrainingGoldenTests.Tolerance(c.GetProperty("float64_difference"));
        var model = LeNet5.Create();
        var weights = new Lcg(seed).Weights([.. model.weights.Select(w => w.shape.ToDims())]);
        model.set_weights([.. weights.Zip(model.weights, (values, w) => new NDArray(values).reshape(w.shape.ToDims()))]);
        CheckSums(c.GetProperty("initial_weights"), model, 1e-6);

        var (x, y, labels) = Digits(c.GetProperty("n").GetInt32(), seed + 1);
        Assert.Equal(c.GetProperty("labels").EnumerateArray().Select(e => e.GetInt32()), labels);
        var validation = Digits(c.GetProperty("validation_n").GetInt32(), seed + 3);

        model.compile(optimizer: GoldenModels.Optimizer(c.GetProperty("optimizer")), loss: c.GetProperty("loss").GetString()!, metrics: ["accuracy"]);
        var recorder = new TrainingGoldenTests.StepRecorder();
        var history = model.fit(
            x, y, batch_size: c.GetProperty("batch_size").GetInt32(), epochs: c.GetProperty("epochs").GetInt32(), shuffle: false, verbose: 0,
            callbacks: [recorder], validation_data: (validation.X, validation.Y));

        var steps = c.GetProperty("steps");
        Assert.Equal(steps.GetArrayLength(), recorder.Steps.Count);
        foreach (var (want, (_, _, logs)) in steps.EnumerateArray().Zip(recorder.Steps))
        {
            foreach (var entry in want.GetProperty("logs").EnumerateObject())
            {
                GoldenArray.Close<double>([entry.Value.GetDouble()], [logs[entry.Name]], tolerance.Of("step_logs"), 0, entry.Name);
            }
        }

        foreach (var entry in c.GetProperty("history").EnumerateObject())
        {
            GoldenArray.Close<double>(GoldenModels.Numbers(entry.Value), [.. history.history[entry.Name]], tolerance.Of("history"), 0, entry.Name);
        }

        CheckSums(c.GetProperty("final_weights"), model, tolerance.Of("final_weights"));
        var first = c.GetProperty("predict_first_three_of_validation");
        new GoldenArray(first).Close(model.predict(validation.X["0:3"], verbose: 0), 1e-4, 0, "predict");
    });

    private static (NDArray X, NDArray Y, int[] Labels) Digits(int n, long seed)
    {
        var (images, labels) = Lcg.Digits(n, seed);
        var oneHot = new float[n * 10];
        for (var i = 0; i < n; i++)
        {
            oneHot[(i * 10) + labels[i]] = 1;
        }

        return (new NDArray(images).reshape(n, 32, 32, 1), new NDArray(oneHot).reshape(n, 10), labels);
    }

    private static void CheckSums(JsonElement expected, Sequential model, double tolerance)
    {
        foreach (var (want, got) in expected.EnumerateArray().Zip(model.weights))
        {
            var values = got.value.ToArray<float>();
            Assert.Equal(want.GetProperty("name").GetString(), got.name.Split(':')[0]);
            var ofSum = tolerance * Math.Max(1, Math.Sqrt(values.Length));
            GoldenArray.Close<double>([want.GetProperty("sum").GetDouble()], [values.Sum(v => (double)v)], ofSum, 1e-6, $"sum of {got.name}");
            GoldenArray.Close<double>([want.GetProperty("sum_of_squares").GetDouble()], [values.Sum(v => (double)v * v)], ofSum, 1e-5, $"squares of {got.name}");
            GoldenArray.Close<double>(GoldenModels.Numbers(want.GetProperty("first")), [.. values[..4].Select(v => (double)v)], tolerance, 0, $"first of {got.name}");
            GoldenArray.Close<double>(GoldenModels.Numbers(want.GetProperty("last")), [.. values[^4..].Select(v => (double)v)], tolerance, 0, $"last of {got.name}");
        }
    }
}
