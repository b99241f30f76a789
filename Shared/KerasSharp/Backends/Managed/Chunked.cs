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
    /// <summary>Large enough that the cost of handing out a piece is negligible, small enough for the level-2 cache.</summary>
    public const int PieceSize = 16 * 1024;

    /// <summary>Runs the job over <paramref name="size"/> elements, or over other units of work, of which a piece has fewer.</summary>
    public static void Run<TJob>(ref TJob job, int size, int pieceSize = PieceSize)
        where TJob : struct, IRangeJob
    {
        if (size <= pieceSize)
        {
            job.Run(0, size);
            return;
        }

        var pieces = new PieceJob<TJob> { Job = job, Size = size, PieceSize = pieceSize };
        WorkerPool.Run((int)(((long)size + pieceSize - 1) / pieceSize), ref pieces);
    }

    private struct PieceJob<TJob> : IChunkJob
        where TJob : struct, IRangeJob
    {
        public TJob Job;
        public int Size, PieceSize;

        public void Run(int chunk) => Job.Run(chunk * PieceSize, (int)Math.Min(Size, (chunk + 1L) * PieceSize));
    }
}
