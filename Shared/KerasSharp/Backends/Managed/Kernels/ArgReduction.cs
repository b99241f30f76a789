using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>The places of largest and smallest elements.</summary>
internal static unsafe class ArgReduction
{
    /// <summary>The index of the first largest or smallest element along one axis: x is (outer, length, inner). NaN counts as the extreme, as in NumPy.</summary>
    public static void Run<T, TIndex>(bool max, T* x, int outer, int length, int inner, TIndex* y)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var job = new Job<T, TIndex> { Max = max, X = x, Length = length, Inner = inner, Y = y };
        Chunked.Run(ref job, outer * inner, Math.Max(1, Chunked.PieceSize / Math.Max(1, length)));
    }

    private struct Job<T, TIndex> : IRangeJob
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        public bool Max;
        public T* X;
        public int Length, Inner;
        public TIndex* Y;

        public readonly void Run(int start, int end)
        {
            for (var line = start; line < end; line++)
            {
                var x = X + ((long)(line / Inner) * Length * Inner) + (line % Inner);
                Y[line] = TIndex.CreateTruncating(Max ? FirstLargest(x) : FirstSmallest(x));
            }
        }

        private readonly int FirstLargest(T* x)
        {
            var best = 0;
            for (var k = 1; k < Length; k++)
            {
                T value = x[(long)k * Inner], record = x[(long)best * Inner];
                if (value > record || (T.IsNaN(value) && !T.IsNaN(record))) best = k;
            }

            return best;
        }

        private readonly int FirstSmallest(T* x)
        {
            var best = 0;
            for (var k = 1; k < Length; k++)
            {
                T value = x[(long)k * Inner], record = x[(long)best * Inner];
                if (value < record || (T.IsNaN(value) && !T.IsNaN(record))) best = k;
            }

            return best;
        }
    }
}
