using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace KerasSharp.Backends.Managed;

/// <summary>Work that is cut into chunks.</summary>
internal interface IChunkJob
{
    /// <summary>Does one chunk. Chunks run on any thread, in any order, at the same time.</summary>
    void Run(int chunk);
}

/// <summary>
/// A parallel loop that allocates nothing and starts within a microsecond: a training step calls it some fifty times. Its threads wait
/// actively for a moment, then sleep. The chunks are the caller's, and a result must not depend on which thread takes which: so it
/// does not depend on their number either.
/// </summary>
internal static unsafe class WorkerPool
{
    private const int Open = 1 << 30;
    private const int SpinMicroseconds = 30;
    private const int MaxThreads = 256;

    private static readonly object Bell = new();
    private static readonly NextChunk* Next = (NextChunk*)NativeMemory.AlignedAlloc(MaxThreads * (nuint)sizeof(NextChunk), 64);
    private static int threads = Default();
    private static int started = 1;
    private static int busy;
    private static int sleepers;

    // The job being done. "state" is Open plus the number of workers inside; a worker that is not inside touches none of the rest.
    private static int state;
    private static int generation;
    private static int team;
    private static void* job;
    private static delegate*<void*, int, void> invoke;
    private static ExceptionDispatchInfo? error;

    /// <summary>
    /// The number of threads that work, the caller's included: <c>KERASSHARP_NUM_THREADS</c>, or the number of processors. Results do
    /// not depend on it.
    /// </summary>
    public static int Threads
    {
        get => threads;
        set => threads = Math.Clamp(value, 1, MaxThreads);
    }

    /// <summary>
    /// Runs all chunks, and returns when the last is done. A call from within a job, or while another thread's job runs, does its chunks
    /// on the calling thread. An exception ends the loop early and is thrown here.
    /// </summary>
    public static void Run<TJob>(int chunks, ref TJob job)
        where TJob : struct, IChunkJob
    {
        var workers = Math.Min(threads, chunks);
        if (workers <= 1 || Interlocked.CompareExchange(ref busy, 1, 0) != 0)
        {
            for (var chunk = 0; chunk < chunks; chunk++) job.Run(chunk);
            return;
        }

        try
        {
            // On the stack a job does not move, and its references stay visible to the garbage collector.
            var local = job;
            RunTogether(workers, chunks, Unsafe.AsPointer(ref local), &Invoke<TJob>);
            job = local;
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }

    private static void Invoke<TJob>(void* job, int chunk)
        where TJob : struct, IChunkJob => Unsafe.AsRef<TJob>(job).Run(chunk);

    private static void RunTogether(int workers, int chunks, void* pointer, delegate*<void*, int, void> function)
    {
        if (started < workers) Start(workers);
        job = pointer;
        invoke = function;
        team = workers;
        error = null;
        for (var i = 0; i < workers; i++)
        {
            // Each thread begins in its own part, so that in one layer after another it finds its images in its own cache.
            Next[i].Value = (int)((long)chunks * i / workers);
            Next[i].End = (int)((long)chunks * (i + 1) / workers);
        }

        Volatile.Write(ref state, Open);
        Interlocked.Increment(ref generation);
        if (Volatile.Read(ref sleepers) > 0)
        {
            lock (Bell) Monitor.PulseAll(Bell);
        }

        Work(0);

        // Workers inside finish their last chunk. No other may enter from here on, since the job lies on this stack.
        Interlocked.And(ref state, ~Open);
        for (var wait = default(SpinWait); Volatile.Read(ref state) != 0;) wait.SpinOnce(sleep1Threshold: -1);
        error?.Throw();
    }

    private static void Work(int own)
    {
        for (var turn = 0; turn < team; turn++)
        {
            // Its own part first, then what the others have left.
            var part = Next + ((own + turn) % team);
            while (Volatile.Read(ref error) is null && Volatile.Read(ref part->Value) < part->End)
            {
                var chunk = Interlocked.Increment(ref part->Value) - 1;
                if (chunk >= part->End) break;
                try
                {
                    invoke(job, chunk);
                }
#pragma warning disable CA1031 // It is thrown again on the caller's thread.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    Interlocked.CompareExchange(ref error, ExceptionDispatchInfo.Capture(e), null);
                }
            }
        }
    }

    private static void Start(int workers)
    {
        for (; started < workers; started++)
        {
            var index = started;
            new Thread(() => Serve(index)) { IsBackground = true, Name = $"KerasSharp {index}" }.Start();
        }
    }

    private static void Serve(int index)
    {
        for (var seen = 0; ;)
        {
            seen = WaitForJob(seen);
            if (Enter(index))
            {
                Work(index);
                Interlocked.Decrement(ref state);
            }
        }
    }

    private static bool Enter(int index)
    {
        while (true)
        {
            var now = Volatile.Read(ref state);
            if ((now & Open) == 0) return false;
            if (Interlocked.CompareExchange(ref state, now + 1, now) != now) continue;
            if (index < team) return true;
            Interlocked.Decrement(ref state);
            return false;
        }
    }

    private static int WaitForJob(int seen)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        while (Volatile.Read(ref generation) == seen)
        {
            for (var i = 0; i < 16 && Volatile.Read(ref generation) == seen; i++) Thread.SpinWait(4);
            if (System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMicroseconds < SpinMicroseconds) continue;
            lock (Bell)
            {
                // Counted before the last look: either this thread sees the new job, or its giver sees the sleeper.
                Interlocked.Increment(ref sleepers);
                while (Volatile.Read(ref generation) == seen) Monitor.Wait(Bell);
                Interlocked.Decrement(ref sleepers);
            }
        }

        return Volatile.Read(ref generation);
    }

    private static int Default() =>
        int.TryParse(Environment.GetEnvironmentVariable("KERASSHARP_NUM_THREADS"), out var given) && given > 0
            ? Math.Min(given, MaxThreads)
            : Math.Min(Environment.ProcessorCount, MaxThreads);

    /// <summary>A counter with a cache line of its own.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    private struct NextChunk
    {
        public int Value;
        public int End;
    }
}
