using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.Benchmarks;
using KerasSharp.Engine;
using NumSharp;
using TorchSharp;
using static KerasSharp.keras.layers;
using static KerasSharp.keras.models;

namespace KerasSharp.Torch.Benchmarks;

/// <summary>LSTM(128) on (32, 100, 64): KerasSharp's managed backend and TorchSharp's own LSTM, forward and a training step with SGD.</summary>
internal static class LstmComparison
{
    private const int Units = 128, Batch = 32, Steps = 100, Features = 64;

    /// <summary>Measures and prints a line.</summary>
    public static void Run()
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, Batch * Steps * Features).Select(_ => random.NextSingle()).ToArray();
        var measure = new Measure();
        var keras = Keras(measure, values);
        var plain = Plain(measure, values);
        measure.Run(10);
        Console.WriteLine($"lstm forward: managed {measure[keras.Forward] * 1e3:f1} ms, plain TorchSharp {measure[plain.Forward] * 1e3:f1} ms, "
            + $"ratio {measure[plain.Forward] / measure[keras.Forward]:f2}");
        Console.WriteLine($"lstm step: managed {measure[keras.Step] * 1e3:f1} ms, plain TorchSharp {measure[plain.Step] * 1e3:f1} ms, "
            + $"ratio {measure[plain.Step] / measure[keras.Step]:f2}");
    }

    private static (int Forward, int Step) Keras(Measure measure, float[] values)
    {
        Backend.Use(new ManagedBackend());
        var model = Sequential([Input((Steps, Features)), LSTM(Units)]);
        model.compile("sgd", "mse");
        var x = new NDArray(values).reshape(Batch, Steps, Features);
        var y = np.zeros(new Shape(Batch, Units), typeof(float));
        var tensor = Tensor.From(x);
        return (measure.Add(() =>
        {
            using var scope = TensorScope.Begin();
            model.apply(tensor, training: false);
        }), measure.Add(() => model.train_on_batch(x, y)));
    }

    private static (int Forward, int Step) Plain(Measure measure, float[] values)
    {
        var lstm = torch.nn.LSTM(Features, Units, batchFirst: true);
        var optimizer = torch.optim.SGD(lstm.parameters(), 0.01);
        var loss = torch.nn.MSELoss();
        var x = torch.tensor(values, [Batch, Steps, Features]);
        var y = torch.zeros([Batch, Units]);
        return (measure.Add(() =>
        {
            using var scope = torch.NewDisposeScope();
            using var noGradient = torch.no_grad();
            lstm.call(x);
        }), measure.Add(() =>
        {
            using var scope = torch.NewDisposeScope();
            optimizer.zero_grad();
            var (outputs, _, _) = lstm.call(x);
            var error = loss.forward(outputs.select(1, Steps - 1), y);
            error.backward();
            optimizer.step();
            _ = error.item<float>();
        }));
    }
}
