using KerasSharp.Engine;
using KerasSharp.Models.Training;
using NumSharp;

namespace KerasSharp.Tests.Models.Training;

/// <summary>Batches are made one ahead, in order, and no further.</summary>
public class BatchReaderTests
{
    [Fact]
    public void Batches_come_in_order_and_one_ahead()
    {
        var source = new Counting(100);
        using var reader = new BatchReader(source);
        reader.BeginEpoch(null);
        for (var i = 0; i < 100; i++)
        {
            using var scope = TensorScope.Begin();
            Assert.True(reader.TryNext(out var batch));
            Assert.Equal(i, ((Tensor)batch).item());
            Assert.InRange(source.Made, i + 1, i + 2);
        }

        Assert.False(reader.TryNext(out _));
    }

    [Fact]
    public void Nothing_is_read_beyond_the_last_step()
    {
        var source = new Counting(100);
        using (var reader = new BatchReader(source))
        {
            for (var epoch = 1; epoch <= 3; epoch++)
            {
                reader.BeginEpoch(5);
                for (var i = 0; i < 5; i++)
                {
                    using var scope = TensorScope.Begin();
                    Assert.True(reader.TryNext(out _));
                }

                Assert.Equal(5 * epoch, source.Made);
            }
        }

        Assert.True(source.Disposed);
    }

    [Fact]
    public void An_error_of_the_source_comes_where_its_batch_would()
    {
        using var reader = new BatchReader(new Counting(3, failing: true));
        reader.BeginEpoch(null);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(reader.TryNext(out _));
        }

        var error = Assert.Throws<OSError>(() => reader.TryNext(out _));
        Assert.Equal("no batch 3", error.Message);
        Assert.Contains(nameof(Counting), error.StackTrace);
    }

    [Fact]
    public void An_early_end_waits_for_the_batch_that_is_being_made()
    {
        for (var i = 0; i < 200; i++)
        {
            var source = new Counting(10);
            using (var reader = new BatchReader(source))
            {
                reader.BeginEpoch(null);
                Assert.True(reader.TryNext(out _));
            }

            var made = source.Made;
            Thread.Yield();
            Assert.Equal(made, source.Made);
        }
    }

    [Fact]
    public void Reading_goes_on_where_no_thread_of_the_pool_is_free()
    {
        // As many readers at once as there are threads: each makes its own batches.
        Parallel.For(0, 64, _ =>
        {
            using var reader = new BatchReader(new Counting(50));
            reader.BeginEpoch(null);
            var count = 0;
            while (reader.TryNext(out var _))
            {
                count++;
            }

            Assert.Equal(50, count);
        });
    }

    private sealed class Counting(int count, bool failing = false) : BatchSource
    {
        private int made;

        public int Made => Volatile.Read(ref made);

        public bool Disposed { get; private set; }

        public override int? Steps => null;

        public override void BeginEpoch()
        {
        }

        public override KerasSharp.Data? Next() => made < count ? KerasSharp.Data.Step(Tensor.Scalar(Interlocked.Increment(ref made) - 1), null, null)
            : failing ? throw new OSError($"no batch {count}") : null;

        public override void Dispose()
        {
            Disposed = true;
            base.Dispose();
        }
    }
}
