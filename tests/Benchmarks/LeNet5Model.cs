using KerasSharp.Engine;
using KerasSharp.Models;
using KerasSharp.Models.Training;
using NumSharp;

namespace KerasSharp.Benchmarks;

/// <summary>The tutorial's LeNet-5 and one step of its <c>fit</c>: the batch copied from the user's array, forward, backward, Adam, loss and accuracy.</summary>
#pragma warning disable CA1001 // batches of arrays hold nothing but memory
internal sealed class LeNet5Model
#pragma warning restore CA1001
{
    private const int Batches = 8;
    private readonly Sequential model = TestSupport.LeNet5.Create();
    private readonly ArrayBatches data;

    public LeNet5Model(int batchSize)
    {
        model.compile(optimizer: "adam", loss: "categorical_crossentropy", metrics: ["accuracy"]);

        var n = batchSize * Batches;
        var random = new Random(1);
        var images = new float[n * 32 * 32];
        Draw.Uniform(images, Philox.OfSeed(1, 0));
        var labels = new float[n * 10];
        for (var i = 0; i < n; i++)
        {
            labels[(i * 10) + random.Next(10)] = 1;
        }

        data = new ArrayBatches(HostNest.Of(new NDArray(images).reshape(n, 32, 32, 1))!, HostNest.Of(new NDArray(labels).reshape(n, 10)), null, batchSize, true);
    }

    /// <summary>One step; at the end of the data the next epoch begins.</summary>
    public void Step()
    {
        using var scope = TensorScope.Begin();
        var batch = data.Next();
        if (batch is null)
        {
            data.BeginEpoch();
            batch = data.Next()!;
        }

        model.train_step(batch);
    }
}
