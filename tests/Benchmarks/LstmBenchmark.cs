using KerasSharp.Engine;
using NumSharp;
using static KerasSharp.keras.layers;
using static KerasSharp.keras.models;

namespace KerasSharp.Benchmarks;

/// <summary>LSTM(128) on (32, 100, 64): its forward pass and a training step, by the kernel for whole sequences and out of operations.</summary>
internal static class LstmBenchmark
{
    private const int Units = 128, Batch = 32, Steps = 100, Features = 64;

    /// <summary>Measures and prints.</summary>
    public static void Run()
    {
        // Another activation of the same cost keeps Keras's cell from the kernel.
        var measure = new Measure();
        var kernel = Pieces(measure, "tanh");
        var composed = Pieces(measure, new Activations.ActivationFunction(x => keras.ops.tanh(x)));
        measure.Run(10);
        foreach (var (name, pieces) in new[] { ("kernel", kernel), ("operations", composed) })
        {
            Console.WriteLine($"lstm by {name}: forward {measure[pieces.Forward] * 1e3:f1} ms, training step {measure[pieces.Step] * 1e3:f1} ms");
        }
    }

    private static (int Forward, int Step) Pieces(Measure measure, Activations.ActivationFunction activation)
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, Batch * Steps * Features).Select(_ => random.NextSingle()).ToArray();
        var model = Sequential([Input((Steps, Features)), LSTM(Units, activation: activation)]);
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
}
