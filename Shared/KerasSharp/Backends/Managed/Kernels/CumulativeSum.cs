using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>Running sums; those of floats run in double.</summary>
internal static unsafe class CumulativeSum
{
    /// <summary>y[o, k, i] = the sum of x[o, ..k, i]: x is (outer, length, inner). Exclusive leaves k itself out, reverse sums from the end.</summary>
    public static void Run<T, TSum>(T* x, int outer, int length, int inner, bool exclusive, bool reverse, T* y)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
    {
        var job = new Job<T, TSum> { X = x, Y = y, Length = length, Inner = inner, Exclusive = exclusive, Reverse = reverse };
        Chunked.Run(ref job, outer * inner, Math.Max(1, Chunked.PieceSize / Math.Max(1, length)));
    }

    private struct Job<T, TSum> : IRangeJob
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
    {
        public T* X, Y;
        public int Length, Inner;
        public bool Exclusive, Reverse;

        public readonly void Run(int start, int end)
        {
            for (var line = start; line < end; line++)
            {
                var first = ((long)(line / Inner) * Length * Inner) + (line % Inner);
                var sum = TSum.Zero;
                for (var k = 0; k < Length; k++)
                {
                    var place = first + ((long)(Reverse ? Length - 1 - k : k) * Inner);
                    var next = sum + TSum.CreateTruncating(X[place]);
                    Y[place] = T.CreateTruncating(Exclusive ? sum : next);
                    sum = next;
                }
            }
        }
    }
}
