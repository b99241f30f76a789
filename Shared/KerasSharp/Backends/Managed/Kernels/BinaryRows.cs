using System.Numerics;
using System.Numerics.Tensors;

namespace KerasSharp.Backends.Managed;

/// <summary>Functions of two elements along rows, on .NET's own vectorized primitives where it has them.</summary>
internal readonly unsafe struct BinaryRows<T, TFunctions>(BinaryOp op, T* a, T* b, T* y) : IRowPair, IRangeJob
    where T : unmanaged, INumber<T>
    where TFunctions : IBinaryFunctions<T>
{
    // A row that is repeated is laid side by side up to so many elements.
    private const int TiledElements = 2048;

    /// <summary>y = f(a, b), broadcasting.</summary>
    public static void Run(BinaryOp op, T* a, ReadOnlySpan<int> aDims, T* b, ReadOnlySpan<int> bDims, T* y, ReadOnlySpan<int> dims)
    {
        var rows = new BinaryRows<T, TFunctions>(op, a, b, y);
        Span<Broadcasting.Axis> axes = stackalloc Broadcasting.Axis[dims.Length + 1];
        var rank = Broadcasting.Collapse(aDims, bDims, dims, axes);
        int length = axes[rank - 1].Length, times = axes[0].Length;
        var isShort = rank == 2 && length <= TiledElements / 8 && times >= 8;
        if (isShort && axes[0] is { A: > 0, B: 0 } && axes[1] is { A: 1, B: 1 }) RepeatB(op, a, b, length, times, y);
        else if (isShort && axes[0] is { A: 0, B: > 0 } && axes[1] is { A: 1, B: 1 }) RepeatA(op, a, length, b, times, y);
        else Broadcasting.Run(ref rows, aDims, bDims, dims);
    }

    /// <inheritdoc/>
    public void Run(int start, int end) => Apply(
        op, new ReadOnlySpan<T>(a + start, end - start), new ReadOnlySpan<T>(b + start, end - start), new Span<T>(y + start, end - start));

    /// <inheritdoc/>
    public void Run(long offsetA, bool oneA, long offsetB, bool oneB, long offsetY, int n)
    {
        ReadOnlySpan<T> rowA = new(a + offsetA, oneA ? 1 : n), rowB = new(b + offsetB, oneB ? 1 : n);
        var target = new Span<T>(y + offsetY, n);
        if (oneA && oneB) target.Fill(TFunctions.Apply(op, rowA[0], rowB[0]));
        else if (oneB) Apply(op, rowA, rowB[0], target);
        else if (oneA) Apply(op, rowA[0], rowB, target);
        else Apply(op, rowA, rowB, target);
    }

    private static void Apply(BinaryOp op, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        switch (op)
        {
            case BinaryOp.Add: TensorPrimitives.Add(a, b, y); break;
            case BinaryOp.Subtract: TensorPrimitives.Subtract(a, b, y); break;
            case BinaryOp.Multiply: TensorPrimitives.Multiply(a, b, y); break;
            case BinaryOp.Divide when TFunctions.HasFractions: TensorPrimitives.Divide(a, b, y); break;
            case BinaryOp.Maximum: TensorPrimitives.Max(a, b, y); break;
            case BinaryOp.Minimum: TensorPrimitives.Min(a, b, y); break;
            default:
                for (var i = 0; i < y.Length; i++) y[i] = TFunctions.Apply(op, a[i], b[i]);
                break;
        }
    }

    private static void Apply(BinaryOp op, ReadOnlySpan<T> a, T b, Span<T> y)
    {
        switch (op)
        {
            case BinaryOp.Add: TensorPrimitives.Add(a, b, y); break;
            case BinaryOp.Subtract: TensorPrimitives.Subtract(a, b, y); break;
            case BinaryOp.Multiply: TensorPrimitives.Multiply(a, b, y); break;
            case BinaryOp.Divide when TFunctions.HasFractions: TensorPrimitives.Divide(a, b, y); break;
            case BinaryOp.Maximum: TensorPrimitives.Max(a, b, y); break;
            case BinaryOp.Minimum: TensorPrimitives.Min(a, b, y); break;
            default:
                for (var i = 0; i < y.Length; i++) y[i] = TFunctions.Apply(op, a[i], b);
                break;
        }
    }

    private static void Apply(BinaryOp op, T a, ReadOnlySpan<T> b, Span<T> y)
    {
        switch (op)
        {
            case BinaryOp.Add or BinaryOp.Multiply or BinaryOp.Maximum or BinaryOp.Minimum: Apply(op, b, a, y); break;
            case BinaryOp.Subtract: TensorPrimitives.Subtract(a, b, y); break;
            case BinaryOp.Divide when TFunctions.HasFractions: TensorPrimitives.Divide(a, b, y); break;
            default:
                for (var i = 0; i < y.Length; i++) y[i] = TFunctions.Apply(op, a, b[i]);
                break;
        }
    }

    // A matrix and one short row for all of its rows: a call per row would take longer than its work.
    private static void RepeatB(BinaryOp op, T* a, T* row, int length, int times, T* y)
    {
        T* tile = stackalloc T[TiledElements];
        var elements = Tile(row, length, tile);
        var job = new TiledJob { Op = op, A = a, Tile = tile, TileElements = elements, Y = y };
        Chunked.Run(ref job, length * times, Chunked.PieceSize / elements * elements);
    }

    private static void RepeatA(BinaryOp op, T* row, int length, T* b, int times, T* y)
    {
        T* tile = stackalloc T[TiledElements];
        var elements = Tile(row, length, tile);
        var job = new TiledJob { Op = op, B = b, Tile = tile, TileElements = elements, Y = y };
        Chunked.Run(ref job, length * times, Chunked.PieceSize / elements * elements);
    }

    private static int Tile(T* row, int length, T* tile)
    {
        var elements = TiledElements / length * length;
        for (var i = 0; i < elements; i += length) new ReadOnlySpan<T>(row, length).CopyTo(new Span<T>(tile + i, length));
        return elements;
    }

    // A chunk starts where the tile starts. One of the factors is null: the tile stands for it.
    private struct TiledJob : IRangeJob
    {
        public BinaryOp Op;
        public T* A, B, Tile, Y;
        public int TileElements;

        public readonly void Run(int start, int end)
        {
            for (; start < end; start += TileElements)
            {
                var n = Math.Min(TileElements, end - start);
                ReadOnlySpan<T> a = new(A == null ? Tile : A + start, n), b = new(B == null ? Tile : B + start, n);
                Apply(Op, a, b, new Span<T>(Y + start, n));
            }
        }
    }
}
