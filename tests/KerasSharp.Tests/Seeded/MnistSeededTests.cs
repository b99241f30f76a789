using System.Text.Json;
using KerasSharp.Models;
using KerasSharp.Tests.Models;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Seeded;

/// <summary>Part 2's LeNet-5 on all of MNIST: behind one seed the log is Keras's, step by step. Runs alone: the seed is the process's.</summary>
[Collection("alone")]
public class MnistSeededTests
{
    private const string Mnist = "mnist/train-images-idx3-ubyte.gz";

    [Fact]
    public void The_log_is_Keras_s_step_by_step()
    {
        if (RealData.Missing(Mnist) is { } reason)
        {
            Assert.False(RealData.MustBeThere, reason);
            Assert.Skip(reason);
        }

        var expected = GoldenFile.Load("seeded.json").GetProperty("mnist");
        var ((x_train, y_train), _) = keras.datasets.mnist.load_data();
        var x = np.pad(x_train.astype(typeof(float)), new[,] { { 0, 0 }, { 2, 2 }, { 2, 2 } }).reshape(-1, 32, 32, 1) / 255f;
        var y = keras.utils.to_categorical(y_train, 10);

        keras.utils.set_random_seed(expected.GetProperty("set_random_seed").GetInt32());
        var model = LeNet5.Create();
        model.compile(keras.optimizers.Adam(0.001), "categorical_crossentropy", metrics: ["accuracy"]);
        CheckWeights(expected.GetProperty("initial_weights"), model, 1e-6);
        var recorder = new TrainingGoldenTests.StepRecorder();
        var history = model.fit(
            x, y, batch_size: 128, epochs: expected.GetProperty("epochs").GetInt32(), validation_split: 0.1, verbose: 0, callbacks: [recorder]);

        var steps = expected.GetProperty("steps_of_first_epoch");
        for (var i = 0; i < steps.GetArrayLength(); i++)
        {
            Assert.Equal(steps[i].GetProperty("loss").GetDouble(), recorder.Steps[i].Logs["loss"], 1e-4);
            Assert.Equal(steps[i].GetProperty("accuracy").GetDouble(), recorder.Steps[i].Logs["accuracy"], 1e-5);
        }

        foreach (var measured in expected.GetProperty("history").EnumerateObject())
        {
            var tolerance = measured.Name.EndsWith("loss", StringComparison.Ordinal) ? 1e-4 : 1e-3;
            foreach (var (want, got) in measured.Value.EnumerateArray().Zip(history.history[measured.Name]))
            {
                Assert.Equal(want.GetDouble(), got, tolerance);
            }
        }

        CheckWeights(expected.GetProperty("final_weights"), model, 1e-3);
    }

    // Sums over all elements, and the first ones.
    private static void CheckWeights(JsonElement expected, Model model, double tolerance)
    {
        foreach (var (want, got) in expected.EnumerateArray().Zip(model.weights))
        {
            var values = got.value.ToArray<float>();
            Assert.Equal(want.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32()), got.value.Dims.ToArray());
            Assert.Equal(want.GetProperty("sum").GetDouble(), values.Sum(v => (double)v), tolerance * values.Length);
            Assert.Equal(want.GetProperty("sum_of_squares").GetDouble(), values.Sum(v => (double)v * v), tolerance * values.Length);
            var first = want.GetProperty("first").GetProperty("data");
            for (var i = 0; i < first.GetArrayLength(); i++)
            {
                Assert.Equal(first[i].GetDouble(), values[i], tolerance);
            }
        }
    }
}
