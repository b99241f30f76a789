namespace KerasSharp.Backends.Managed;

/// <summary>Work on a row of the output: a and b are read one after the other, or one element of them for all the row.</summary>
internal interface IRowPair
{
    /// <summary>The row from y on of n elements. Where a flag is set, the offset is that of the one element.</summary>
    void Run(long a, bool oneA, long b, bool oneB, long y, int n);
}

/// <summary>
/// Two tensors of different shapes, aligned at the end as NumPy does: a stride of 0 repeats an element. Axes that both tensors walk alike
/// are one axis; the last is the row.
/// </summary>
internal static unsafe class Broadcasting
{
    /// <summary>Does all rows of the output.</summary>
    public static void Run<TRow>(ref TRow row, ReadOnlySpan<int> aDims, ReadOnlySpan<int> bDims, ReadOnlySpan<int> dims)
        where TRow : struct, IRowPair
    {
        Span<Axis> axes = stackalloc Axis[dims.Length + 1];
        var rank = Collapse(aDims, bDims, dims, axes);
        var last = axes[rank - 1];
        var rows = 1L;
        foreach (var axis in axes[..(rank - 1)]) rows *= axis.Length;
        if (rows * last.Length == 0) return;
        var piecesOfRow = (last.Length + Chunked.PieceSize - 1) / Chunked.PieceSize;
        fixed (Axis* outer = axes)
        {
            var job = new Job<TRow> { Row = row, Outer = outer, OuterRank = rank - 1, Last = last, PiecesOfRow = piecesOfRow };
            Chunked.Run(ref job, checked((int)(rows * piecesOfRow)), Math.Max(1, Chunked.PieceSize / last.Length));
        }
    }

    /// <summary>The axes of the output and the strides of a and b along them; at least one.</summary>
    public static int Collapse(ReadOnlySpan<int> aDims, ReadOnlySpan<int> bDims, ReadOnlySpan<int> dims, Span<Axis> axes)
    {
        // From the last axis to the first, then turned around.
        var count = 0;
        long aStride = 1, bStride = 1;
        for (var i = 1; i <= dims.Length; i++)
        {
            int aDim = i <= aDims.Length ? aDims[^i] : 1, bDim = i <= bDims.Length ? bDims[^i] : 1;
            var axis = new Axis(dims[^i], aDim == 1 ? 0 : aStride, bDim == 1 ? 0 : bStride);
            aStride *= aDim;
            bStride *= bDim;
            if (axis.Length == 1) continue;
            if (count > 0 && axes[count - 1].Continues(axis)) axes[count - 1] = axes[count - 1] with { Length = axes[count - 1].Length * axis.Length };
            else axes[count++] = axis;
        }

        if (count == 0) axes[count++] = new(1, 0, 0);
        axes[..count].Reverse();
        return count;
    }

    /// <summary>An axis of the output, and how far apart its elements are in a and b: 0 where one serves all.</summary>
    internal readonly record struct Axis(int Length, long A, long B)
    {
        /// <summary>Whether an axis before this one only goes on where this one ends.</summary>
        public bool Continues(Axis before) => before.A == A * Length && before.B == B * Length;
    }

    // One unit of work is a row, or a piece of a long one.
    private struct Job<TRow> : IRangeJob
        where TRow : struct, IRowPair
    {
        public TRow Row;
        public Axis* Outer;
        public int OuterRank, PiecesOfRow;
        public Axis Last;

        public readonly void Run(int start, int end)
        {
            int number = start / PiecesOfRow, first = start % PiecesOfRow * Chunked.PieceSize;
            long a = 0, b = 0;
            Span<int> index = stackalloc int[OuterRank];
            for (int i = OuterRank - 1, rest = number; i >= 0; rest /= Outer[i--].Length)
            {
                index[i] = rest % Outer[i].Length;
                a += index[i] * Outer[i].A;
                b += index[i] * Outer[i].B;
            }

            for (var unit = start; unit < end; unit++)
            {
                var n = PiecesOfRow == 1 ? Last.Length : Math.Min(Chunked.PieceSize, Last.Length - first);
                Row.Run(a + (Last.A * first), Last.A == 0, b + (Last.B * first), Last.B == 0, ((long)number * Last.Length) + first, n);
                first += n;
                if (first < Last.Length) continue;
                first = 0;
                number++;
                Advance(index, ref a, ref b);
            }
        }

        // To the next place of the outer axes.
        private readonly void Advance(Span<int> index, ref long a, ref long b)
        {
            for (var i = OuterRank - 1; i >= 0; i--)
            {
                a += Outer[i].A;
                b += Outer[i].B;
                if (++index[i] < Outer[i].Length) return;
                index[i] = 0;
                a -= Outer[i].Length * Outer[i].A;
                b -= Outer[i].Length * Outer[i].B;
            }
        }
    }
}
