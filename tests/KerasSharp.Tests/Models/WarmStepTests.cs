using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Models;
using NumSharp;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models;

/// <summary>What a warm training step costs in memory. Runs alone: it reads counters of the whole process.</summary>
[Collection("alone")]
public class WarmStepTests
{
    [Fact]
    public void A_warm_step_allocates_less_than_85000_bytes()
    {
        var (model, x, y) = SmallRun.LeNet5(samples: 1024);
        var counter = new AllocationCounter();
        model.fit(x, y, batch_size: 128, epochs: 3, verbose: 0, callbacks: [counter]);
        Assert.Equal(3 * 8, counter.Steps.Count);
        Assert.All(counter.Steps.Skip(16), bytes => Assert.InRange(bytes, 0, 84_999));
    }

    [Theory]
    [InlineData("batches", 85_000)]
    [InlineData("mapped batches", 85_000)]
    // No memory of tensors, but the small objects around 128 calls of the function.
    [InlineData("mapped samples", 128 * 4_500)]
    public void A_warm_step_over_a_dataset_allocates_no_memory_of_tensors(string pipeline, long below)
    {
        var (model, x, y) = SmallRun.LeNet5(samples: 1024);
        var samples = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(1024);
        var dataset = pipeline switch
        {
            "batches" => samples.batch(128).prefetch(tf.data.AUTOTUNE),
            "mapped samples" => samples.map((image, label) => (image * 0.5f, label)).batch(128),
            _ => samples.batch(128).map((image, label) => (tf.cast(image, "float32") * 0.5f + 0.1f, label)),
        };
        var counter = new AllocationCounter();
        model.fit(dataset, epochs: 4, verbose: 0, callbacks: [counter]);
        Assert.Equal(4 * 8, counter.Steps.Count);
        Assert.All(counter.Steps.Skip(16), bytes => Assert.InRange(bytes, 0, below - 1));
    }

    [Fact]
    public void The_pool_and_the_live_tensors_stay_flat_over_epochs()
    {
        var (model, x, y) = SmallRun.LeNet5(samples: 400);
        var pool = ((ManagedBackend)Backend.Current).Pool;
        var counter = new PoolCounter(pool);
        model.fit(x, y, batch_size: 128, epochs: 6, validation_split: 0.25, verbose: 0, callbacks: [counter]);
        Assert.Equal(0, TensorScope.LiveCount);
        Assert.Single(counter.Created.Skip(1).Distinct());
        Assert.Single(counter.Pooled.Skip(1).Distinct());
    }

    private sealed class AllocationCounter : Callback
    {
        private long before;

        public List<long> Steps { get; } = [];

        public override void on_train_batch_begin(int batch, Logs? logs = null) => before = GC.GetTotalAllocatedBytes(precise: true);

        public override void on_train_batch_end(int batch, Logs? logs = null) => Steps.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    private sealed class PoolCounter(BufferPool pool) : Callback
    {
        public List<long> Created { get; } = [];

        public List<long> Pooled { get; } = [];

        public override void on_epoch_end(int epoch, Logs? logs = null)
        {
            Created.Add(pool.CreatedBuffers);
            Pooled.Add(pool.PooledBytes);
        }
    }
}
