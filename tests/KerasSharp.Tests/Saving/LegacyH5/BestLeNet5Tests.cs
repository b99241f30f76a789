using KerasSharp.Datasets;
using KerasSharp.TestSupport;
using NumSharp;
using static KerasSharp.keras.models;

namespace KerasSharp.Tests.Saving.LegacyH5;

/// <summary>The checkpoint that the tutorial's own run left, on real MNIST: what it predicts in C# is what it predicted in Keras.</summary>
public class BestLeNet5Tests
{
    [Fact]
    public void The_predictions_are_those_of_Keras()
    {
        var expected = GoldenFile.Load("run/predictions.json");
        var file = Path.Combine(Paths.Golden, "run", expected.GetProperty("model").GetString()!);
        Require(File.Exists(file), $"{file} is absent: the golden folder that KERASSHARP_GOLDEN names has it");
        Require(Paths.Datasets is not null, "KERASSHARP_DATASETS names no folder with MNIST");

        var probabilities = expected.GetProperty("probabilities").EnumerateArray().Select(row => row.EnumerateArray().Select(p => p.GetSingle()).ToArray()).ToArray();
        var (_, (X_test, _)) = keras.datasets.mnist.load_data(cancellation_token: TestContext.Current.CancellationToken);
        var X_test_proc = np.pad(X_test[$"0:{probabilities.Length}"], new[,] { { 0, 0 }, { 2, 2 }, { 2, 2 } }).reshape(-1, 32, 32, 1).astype(NPTypeCode.Single) / 255f;

        var predictions = load_model(file).predict(X_test_proc, verbose: 0, cancellation_token: TestContext.Current.CancellationToken);
        var got = predictions.ToArray<float>();
        var want = probabilities.SelectMany(row => row).ToArray();
        Assert.Equal(want.Length, got.Length);
        Assert.InRange(want.Zip(got, (w, g) => Math.Abs(w - g)).Max(), 0, 1e-5);
        Assert.Equal(expected.GetProperty("predicted").EnumerateArray().Select(p => (long)p.GetInt32()), np.argmax(predictions, axis: 1).ToArray<long>());
    }

    // In CI what is missing is a failure.
    private static void Require(bool there, string reason)
    {
        Assert.SkipUnless(there || Environment.GetEnvironmentVariable("KERASSHARP_CI") is not null, reason);
        Assert.True(there, reason);
    }
}
