using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>The largest elements of rows. NaN counts as the largest, as for the place of a maximum.</summary>
internal static unsafe class TopK
{
    // Up to here each element is put into its place among the best so far; beyond, the whole row is sorted.
    private const int MostByInsertion = 16;

    /// <summary>The k largest of each row, largest first, and their places; of equal ones the first comes first.</summary>
    public static void Run<T>(T* x, int rows, int columns, int k, T* values, int* places)
        where T : unmanaged, INumber<T>
    {
        var job = new Job<T> { X = x, Columns = columns, K = k, Values = values, Places = places };
        Chunked.Run(ref job, rows, Math.Max(1, Chunked.PieceSize / Math.Max(1, columns)));
    }

    private static bool IsLarger<T>(T a, T b)
        where T : INumber<T> => a > b || (T.IsNaN(a) && !T.IsNaN(b));

    private struct Job<T> : IRangeJob
        where T : unmanaged, INumber<T>
    {
        public T* X, Values;
        public int* Places;
        public int Columns, K;

        public readonly void Run(int start, int end)
        {
            var order = K > MostByInsertion ? new int[Columns] : null;
            for (var row = start; row < end; row++)
            {
                var x = X + ((long)row * Columns);
                var places = new Span<int>(Places + ((long)row * K), K);
                if (order is null) Insert(x, Columns, places);
                else Sort(x, order, places);
                for (var i = 0; i < K; i++) Values[((long)row * K) + i] = x[places[i]];
            }
        }

        private static void Insert(T* x, int columns, Span<int> places)
        {
            var filled = 0;
            for (var column = 0; column < columns; column++)
            {
                var at = filled;
                while (at > 0 && IsLarger(x[column], x[places[at - 1]])) at--;
                if (at == places.Length) continue;
                filled = Math.Min(filled + 1, places.Length);
                places[at..(filled - 1)].CopyTo(places[(at + 1)..]);
                places[at] = column;
            }
        }

        private static void Sort(T* x, int[] order, Span<int> places)
        {
            for (var i = 0; i < order.Length; i++) order[i] = i;
            order.AsSpan().Sort(new LargestFirst<T>(x));
            order.AsSpan(0, places.Length).CopyTo(places);
        }
    }

    // Ties are broken by the place, so that an unstable sort gives the stable order.
    private readonly struct LargestFirst<T>(T* x) : IComparer<int>
        where T : unmanaged, INumber<T>
    {
        public int Compare(int a, int b) => IsLarger(x[a], x[b]) ? -1 : IsLarger(x[b], x[a]) ? 1 : a.CompareTo(b);
    }
}
