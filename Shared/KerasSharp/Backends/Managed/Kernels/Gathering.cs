using System.Numerics;

namespace KerasSharp.Backends.Managed;

/// <summary>Rows picked by their index, and added to where an index says. x is (outer, length, inner), the picked rows (outer, indices, inner).</summary>
internal static unsafe class Gathering
{
    // Rows are cut into pieces of so many elements, which are worked on apart.
    private const int Piece = 64;

    /// <summary>Throws unless all indices are in [0, length).</summary>
    public static void Check<TIndex>(TIndex* indices, int count, ReadOnlySpan<int> dims, int length)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var limit = TIndex.CreateTruncating(length);
        for (var i = 0; i < count; i++)
        {
            if (TIndex.IsNegative(indices[i]) || indices[i] >= limit)
            {
                throw new ValueError($"indices{Place(i, dims)} = {indices[i]} is not in [0, {length})");
            }
        }
    }

    /// <summary>y[o, i] = x[o, indices[i]], of rows of so many bytes.</summary>
    public static void Gather<TIndex>(byte* x, TIndex* indices, int count, int outer, int length, long rowBytes, byte* y)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var job = new GatherJob<TIndex> { X = x, Y = y, Indices = indices, Count = count, Length = length, RowBytes = rowBytes };
        Chunked.Run(ref job, outer * count, Math.Max(1, Chunked.PieceSize * 4 / (int)Math.Clamp(rowBytes, 1, Chunked.PieceSize * 4)));
    }

    /// <summary>y[o, indices[i]] += updates[o, i], in the order of i.</summary>
    public static void ScatterAdd<T, TIndex>(T* updates, TIndex* indices, int count, int outer, int length, int inner, T* y)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var job = new ScatterJob<T, TIndex>
        {
            Updates = updates,
            Y = y,
            Indices = indices,
            Count = count,
            Length = length,
            Inner = inner,
            Pieces = (inner + Piece - 1) / Piece,
        };
        WorkerPool.Run(outer * job.Pieces, ref job);
    }

    // The place of an index in its own tensor, as TensorFlow writes it: [1,2], and nothing for a scalar.
    private static string Place(int flat, ReadOnlySpan<int> dims)
    {
        if (dims.IsEmpty) return "";
        var index = new int[dims.Length];
        for (var axis = dims.Length - 1; axis >= 0; flat /= dims[axis--]) index[axis] = flat % dims[axis];
        return $"[{string.Join(",", index)}]";
    }

    private struct GatherJob<TIndex> : IRangeJob
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        public byte* X, Y;
        public TIndex* Indices;
        public int Count, Length;
        public long RowBytes;

        public readonly void Run(int start, int end)
        {
            for (var row = start; row < end; row++)
            {
                var source = ((long)(row / Count) * Length) + int.CreateTruncating(Indices[row % Count]);
                Strided.Move(X + (source * RowBytes), Y + (row * RowBytes), RowBytes);
            }
        }
    }

    // One chunk adds one piece of all rows: each element receives its updates in the order of the indices.
    private struct ScatterJob<T, TIndex> : IChunkJob
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        public T* Updates, Y;
        public TIndex* Indices;
        public int Count, Length, Inner, Pieces;

        public readonly void Run(int chunk)
        {
            int outer = chunk / Pieces, start = chunk % Pieces * Piece, n = Math.Min(Piece, Inner - start);
            for (var i = 0; i < Count; i++)
            {
                var update = Updates + ((((long)outer * Count) + i) * Inner) + start;
                var target = Y + ((((long)outer * Length) + int.CreateTruncating(Indices[i])) * Inner) + start;
                for (var j = 0; j < n; j++) target[j] += update[j];
            }
        }
    }
}
