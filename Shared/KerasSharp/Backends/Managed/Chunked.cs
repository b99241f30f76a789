namespace KerasSharp.Backends.Managed;

/// <summary>Work on a range of elements.</summary>
internal interface IRangeJob
{
    /// <summary>Works on the elements from start to end, without end.</summary>
    void Run(int start, int end);
}

/// <summary>Splits elementwise work into pieces of a fixed size and lets the threads take them.</summary>
internal static class Chunked
{
    // Large enough that handing out a piece costs nothing beside it, small enough for the level-2 cache.
    private const int PieceSize = 16 * 1024;

    /// <summary>Runs the job over <paramref name="size"/> elements.</summary>
    public static void Run<TJob>(ref TJob job, int size)
        where TJob : struct, IRangeJob
    {
        if (size <= PieceSize)
        {
            job.Run(0, size);
            return;
        }

        var pieces = new PieceJob<TJob> { Job = job, Size = size };
        WorkerPool.Run((size + PieceSize - 1) / PieceSize, ref pieces);
    }

    private struct PieceJob<TJob> : IChunkJob
        where TJob : struct, IRangeJob
    {
        public TJob Job;
        public int Size;

        public void Run(int chunk) => Job.Run(chunk * PieceSize, Math.Min(Size, (chunk + 1) * PieceSize));
    }
}
