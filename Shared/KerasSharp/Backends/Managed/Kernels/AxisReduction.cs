using System.Numerics;
using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Reduces the middle axis of (outer, length, inner). A long axis is cut into pieces whose size depends on the shape alone, and the
/// pieces are combined in order: the result depends neither on the number of threads nor on the width of registers.
/// </summary>
internal static unsafe class AxisReduction
{
    private const int PieceElements = 16 * 1024;
    private const int BlockColumns = 128;
    private const int MaxPieces = 256;

    /// <summary>y (outer, inner) = the reduction of x (outer, length, inner).</summary>
    public static void Run<T, TSum, TReducer>(T* x, nint outer, int length, nint inner, TSum* y)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
        where TReducer : IReducer<TSum>
    {
        if (outer * inner == 0) return;
        var columns = (int)Math.Min(inner, BlockColumns);
        var lengthOfPiece = Math.Max(PieceElements / columns, (length + MaxPieces - 1) / MaxPieces);
        var pieces = Math.Max(1, (length + lengthOfPiece - 1) / lengthOfPiece);
        using var lease = Scratch.Rent(pieces == 1 ? 0 : outer * pieces * inner * Unsafe.SizeOf<TSum>() / sizeof(float) + 1);
        var partial = pieces == 1 ? y : (TSum*)lease.Pointer;
        var job = new Job<T, TSum, TReducer>
        {
            X = x,
            Y = partial,
            Length = length,
            LengthOfPiece = lengthOfPiece,
            Pieces = pieces,
            Inner = inner,
            Columns = columns,
            Blocks = (int)((inner + columns - 1) / columns),
        };
        var unit = Math.Max(1L, (long)columns * Math.Min(length, lengthOfPiece));
        Chunked.Run(ref job, checked((int)(outer * pieces * job.Blocks)), (int)Math.Max(1, PieceElements / unit));
        if (pieces > 1) Combine<TSum, TReducer>(partial, outer, pieces, inner, y);
    }

    private static void Combine<TSum, TReducer>(TSum* partial, nint outer, int pieces, nint inner, TSum* y)
        where TSum : unmanaged
        where TReducer : IReducer<TSum>
    {
        for (nint o = 0; o < outer; o++)
        {
            for (nint i = 0; i < inner; i++)
            {
                var sum = TReducer.Start;
                for (var piece = 0; piece < pieces; piece++) sum = TReducer.Combine(sum, partial[(((o * pieces) + piece) * inner) + i]);
                y[(o * inner) + i] = sum;
            }
        }
    }

    // One unit of work is one piece of the axis, for one block of columns.
    private struct Job<T, TSum, TReducer> : IRangeJob
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
        where TReducer : IReducer<TSum>
    {
        public T* X;
        public TSum* Y;
        public int Length, LengthOfPiece, Pieces, Columns, Blocks;
        public nint Inner;

        public readonly void Run(int start, int end)
        {
            for (var unit = start; unit < end; unit++)
            {
                int block = unit % Blocks, piece = unit / Blocks % Pieces, outer = unit / Blocks / Pieces;
                int first = piece * LengthOfPiece, rows = Math.Min(LengthOfPiece, Length - first);
                var column = (nint)block * Columns;
                var x = X + ((((nint)outer * Length) + first) * Inner) + column;
                var y = Y + ((((nint)outer * Pieces) + piece) * Inner) + column;
                if (Inner == 1) *y = Row(x, rows);
                else Column(x, rows, Inner, (int)Math.Min(Columns, Inner - column), y);
            }
        }

        // Eight reductions side by side, since one would wait for itself.
        private static TSum Row(T* x, int n)
        {
            TSum a = TReducer.Start, b = a, c = a, d = a, e = a, f = a, g = a, h = a;
            var i = 0;
            for (; i <= n - 8; i += 8)
            {
                a = TReducer.Combine(a, TSum.CreateTruncating(x[i]));
                b = TReducer.Combine(b, TSum.CreateTruncating(x[i + 1]));
                c = TReducer.Combine(c, TSum.CreateTruncating(x[i + 2]));
                d = TReducer.Combine(d, TSum.CreateTruncating(x[i + 3]));
                e = TReducer.Combine(e, TSum.CreateTruncating(x[i + 4]));
                f = TReducer.Combine(f, TSum.CreateTruncating(x[i + 5]));
                g = TReducer.Combine(g, TSum.CreateTruncating(x[i + 6]));
                h = TReducer.Combine(h, TSum.CreateTruncating(x[i + 7]));
            }

            a = TReducer.Combine(TReducer.Combine(TReducer.Combine(a, b), TReducer.Combine(c, d)), TReducer.Combine(TReducer.Combine(e, f), TReducer.Combine(g, h)));
            for (; i < n; i++) a = TReducer.Combine(a, TSum.CreateTruncating(x[i]));
            return a;
        }

        // Row by row, four of them at a time, so that a sum is loaded and stored less often.
        private static void Column(T* x, int rows, nint stride, int columns, TSum* y)
        {
            new Span<TSum>(y, columns).Fill(TReducer.Start);
            var row = 0;
            for (; row <= rows - 4; row += 4, x += 4 * stride)
            {
                T* second = x + stride, third = second + stride, fourth = third + stride;
                for (var i = 0; i < columns; i++)
                {
                    var sum = TReducer.Combine(TReducer.Combine(y[i], TSum.CreateTruncating(x[i])), TSum.CreateTruncating(second[i]));
                    y[i] = TReducer.Combine(TReducer.Combine(sum, TSum.CreateTruncating(third[i])), TSum.CreateTruncating(fourth[i]));
                }
            }

            for (; row < rows; row++, x += stride)
            {
                for (var i = 0; i < columns; i++) y[i] = TReducer.Combine(y[i], TSum.CreateTruncating(x[i]));
            }
        }
    }
}
