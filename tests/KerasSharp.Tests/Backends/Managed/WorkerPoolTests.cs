using KerasSharp.Backends.Managed;

namespace KerasSharp.Tests.Backends.Managed;

[Collection(nameof(WorkerPool))]
public sealed class WorkerPoolTests : IDisposable
{
    private readonly int threads = WorkerPool.Threads;

    public void Dispose() => WorkerPool.Threads = threads;

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 1)]
    [InlineData(2, 1000)]
    [InlineData(3, 0)]
    [InlineData(5, 4)]
    [InlineData(8, 100)]
    public void Every_chunk_runs_once(int count, int chunks)
    {
        WorkerPool.Threads = count;
        var done = new int[chunks];
        for (var repeat = 1; repeat <= 200; repeat++)
        {
            var job = new CountJob { Done = done };
            WorkerPool.Run(chunks, ref job);
            Assert.All(done, times => Assert.Equal(repeat, times));
        }
    }

    [Fact]
    public void Several_threads_take_part()
    {
        // Another test may hold the pool for a moment: the job then runs on only this thread.
        WorkerPool.Threads = 3;
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var job = new MeetJob { Threads = new int[2], Arrived = new(2) };
            WorkerPool.Run(2, ref job);
            if (job.Threads[0] != job.Threads[1]) return;
        }

        Assert.Fail("No second thread took a chunk in 200 attempts.");
    }

    [Fact]
    public void An_exception_reaches_the_caller_and_the_pool_goes_on()
    {
        WorkerPool.Threads = 3;
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var failing = new FailJob();
            var error = Assert.Throws<InvalidOperationException>(() => WorkerPool.Run(20, ref failing));
            Assert.Equal("chunk 13", error.Message);
            Every_chunk_runs_once(3, 5);
        }
    }

    [Fact]
    public void A_job_may_start_jobs()
    {
        WorkerPool.Threads = 3;
        var job = new NestedJob { Done = new int[6 * 5] };
        WorkerPool.Run(6, ref job);
        Assert.All(job.Done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Callers_may_come_from_many_threads()
    {
        WorkerPool.Threads = 2;
        var callers = Enumerable.Range(0, 6).Select(_ => new Thread(() => Every_chunk_runs_once(2, 50))).ToList();
        callers.ForEach(t => t.Start());
        callers.ForEach(t => t.Join());
    }

    [Fact]
    public void A_warm_call_allocates_nothing()
    {
        WorkerPool.Threads = 2;
        var job = new CountJob { Done = new int[64] };
        WorkerPool.Run(64, ref job);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) WorkerPool.Run(64, ref job);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private struct CountJob : IChunkJob
    {
        public int[] Done;

        public readonly void Run(int chunk) => Interlocked.Increment(ref Done[chunk]);
    }

    private struct MeetJob : IChunkJob
    {
        public int[] Threads;
        public CountdownEvent Arrived;

        public readonly void Run(int chunk)
        {
            // Each waits a moment for the other, so that one thread does not take both.
            Threads[chunk] = Environment.CurrentManagedThreadId;
            Arrived.Signal();
            Arrived.Wait(20);
        }
    }

    private struct FailJob : IChunkJob
    {
        public readonly void Run(int chunk)
        {
            if (chunk == 13) throw new InvalidOperationException("chunk 13");
        }
    }

    private struct NestedJob : IChunkJob
    {
        public int[] Done;

        public readonly void Run(int chunk)
        {
            var inner = new InnerJob { Done = Done, Start = chunk * 5 };
            WorkerPool.Run(5, ref inner);
        }
    }

    private struct InnerJob : IChunkJob
    {
        public int[] Done;
        public int Start;

        public readonly void Run(int chunk) => Interlocked.Increment(ref Done[Start + chunk]);
    }
}
