using KerasSharp.Backends.Managed;
using KerasSharp.Engine;

namespace KerasSharp.Tests.Models;

/// <summary>A seed gives the same run, bit for bit. Runs alone: the seed and the number of threads are the process's.</summary>
[Collection("alone")]
public class ReproducibilityTests
{
    [Fact]
    public void A_seed_gives_the_same_run_with_any_number_of_threads()
    {
        var threads = WorkerPool.Threads;
        try
        {
            var first = Run(seed: 7, threads);
            Assert.Equal(first, Run(seed: 7, threads));
            Assert.Equal(first, Run(seed: 7, threads: 1));
            Assert.Equal(first, Run(seed: 7, threads: 5));
            Assert.NotEqual(first, Run(seed: 8, threads));
        }
        finally
        {
            WorkerPool.Threads = threads;
        }
    }

    /// <summary>All weights and losses after a little training with shuffling and dropout, as bits.</summary>
    private static List<int> Run(int seed, int threads)
    {
        WorkerPool.Threads = threads;
        tf.random.set_seed(seed);
        var (model, x, y) = SmallRun.LeNet5(samples: 200);
        var history = model.fit(x, y, batch_size: 64, epochs: 2, validation_split: 0.2, verbose: 0);
        return
        [
            .. model.weights.SelectMany(w => w.value.ToArray<float>()).Select(BitConverter.SingleToInt32Bits),
            .. history.history.Values.SelectMany(v => v).Select(v => BitConverter.SingleToInt32Bits((float)v)),
        ];
    }
}
