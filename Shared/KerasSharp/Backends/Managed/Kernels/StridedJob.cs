namespace KerasSharp.Backends.Managed;

/// <summary>The loops of <see cref="Managed.Strided"/>: a unit of work is a row of the last axis, or a part of a plane of the last and the crossing axis.</summary>
internal unsafe struct StridedJob<T> : IRangeJob
    where T : unmanaged
{
    // A tile reads some whole lines of the cache from each of a few rows, so that the processor fetches ahead.
    private const int TileRows = 64;
    private const int TileColumns = 16;

    public T* Strided, Dense;
    public bool Gather;
    public StridedAxis Last, Cross;
    public StridedAxis* Outer;
    public int OuterRank;

    /// <summary>The units of one plane.</summary>
    public readonly int Parts => Math.Max(1, (Cross.Length + TileRows - 1) / TileRows);

    /// <inheritdoc/>
    public readonly void Run(int start, int end)
    {
        int parts = Parts, part = start % parts;
        T* strided = Strided, dense = Dense;
        Span<int> index = stackalloc int[OuterRank];
        for (int i = OuterRank - 1, rest = start / parts; i >= 0; rest /= Outer[i--].Length)
        {
            index[i] = rest % Outer[i].Length;
            strided += index[i] * Outer[i].Stride;
            dense += index[i] * Outer[i].DenseStride;
        }

        for (var unit = start; unit < end; unit++)
        {
            if (Cross.Length > 0) Plane(strided, dense, part * TileRows);
            else Row(strided, dense);
            if (++part < parts) continue;
            part = 0;
            Advance(index, ref strided, ref dense);
        }
    }

    // To the next place of the outer axes.
    private readonly void Advance(Span<int> index, ref T* strided, ref T* dense)
    {
        for (var i = OuterRank - 1; i >= 0; i--)
        {
            strided += Outer[i].Stride;
            dense += Outer[i].DenseStride;
            if (++index[i] < Outer[i].Length) return;
            index[i] = 0;
            strided -= Outer[i].Length * Outer[i].Stride;
            dense -= Outer[i].Length * Outer[i].DenseStride;
        }
    }

    private readonly void Row(T* strided, T* dense)
    {
        if (Last.Stride == 1)
        {
            Managed.Strided.Move((byte*)(Gather ? strided : dense), (byte*)(Gather ? dense : strided), (long)Last.Length * sizeof(T));
            return;
        }

        var stride = (nint)Last.Stride;
        if (Gather)
        {
            for (var i = 0; i < Last.Length; i++, strided += stride) dense[i] = *strided;
        }
        else
        {
            for (var i = 0; i < Last.Length; i++, strided += stride) *strided = dense[i];
        }
    }

    // Some lines along the last axis, tile by tile.
    private readonly void Plane(T* strided, T* dense, int first)
    {
        nint stride = (nint)Last.Stride, denseStride = (nint)Cross.DenseStride;
        var end = Math.Min(first + TileRows, Cross.Length);
        for (var column = 0; column < Last.Length; column += TileColumns)
        {
            var endColumn = Math.Min(column + TileColumns, Last.Length);
            for (var row = first; row < end; row++)
            {
                T* from = strided + row + (column * stride), to = dense + (row * denseStride) + column;
                if (Gather)
                {
                    for (var i = column; i < endColumn; i++, from += stride) *to++ = *from;
                }
                else
                {
                    for (var i = column; i < endColumn; i++, from += stride) *from = *to++;
                }
            }
        }
    }
}
