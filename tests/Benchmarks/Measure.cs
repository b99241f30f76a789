using System.Diagnostics;
using KerasSharp.Backends.Managed;

namespace KerasSharp.Benchmarks;

/// <summary>
/// Times pieces of code against each other. The machine may be shared: so the pieces take turns, in several rounds, and the shortest
/// time of each counts.
/// </summary>
internal sealed class Measure
{
    private readonly List<Piece> pieces = [];

    /// <summary>Adds a piece that runs on a number of threads (0: on as many as there are). Returns its number.</summary>
    public int Add(Action action, int threads = 0)
    {
        pieces.Add(new Piece { Action = action, Threads = threads == 0 ? WorkerPool.Threads : threads });
        return pieces.Count - 1;
    }

    /// <summary>The shortest time of a piece, in seconds.</summary>
    public double this[int piece] => pieces[piece].Best;

    /// <summary>Runs all pieces in turn. A run lasts at least a few milliseconds: shorter pieces are repeated.</summary>
    public Measure Run(int rounds = 15)
    {
        var threads = WorkerPool.Threads;
        foreach (var piece in pieces)
        {
            // Warm up, until the JIT has done with all that it calls, and only then time a run.
            WorkerPool.Threads = piece.Threads;
            var start = Stopwatch.GetTimestamp();
            for (var runs = 0; runs < 40 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < 100; runs++) piece.Action();
            start = Stopwatch.GetTimestamp();
            for (var runs = 0; runs < 3; runs++) piece.Action();
            piece.Repeats = Math.Max(1, (int)(0.012 / Stopwatch.GetElapsedTime(start).TotalSeconds));
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var piece in pieces)
            {
                // The first run brings the piece's data back into the caches.
                WorkerPool.Threads = piece.Threads;
                piece.Action();
                var start = Stopwatch.GetTimestamp();
                for (var i = 0; i < piece.Repeats; i++) piece.Action();
                piece.Best = Math.Min(piece.Best, Stopwatch.GetElapsedTime(start).TotalSeconds / piece.Repeats);
            }
        }

        WorkerPool.Threads = threads;
        return this;
    }

    private sealed class Piece
    {
        public required Action Action { get; init; }

        public required int Threads { get; init; }

        public int Repeats { get; set; }

        public double Best { get; set; } = double.PositiveInfinity;
    }
}
