using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Sums over the rows of a matrix: the gradient of a bias. Rows are summed in pieces whose size depends only on the matrix, the pieces
/// are added in order: the result depends neither on chance nor on the number of threads, and rounding grows with a piece, not the whole.
/// </summary>
internal static unsafe class SumRows
{
    private const int PieceFloats = 16 * 1024;
    private const int MaxPieces = 256;

    /// <summary>target[column] = Σ x[row, column].</summary>
    public static void Run(float* x, nint rows, int columns, float* target)
    {
        if (columns == 0) return;
        var rowsOfPiece = Math.Max(1, Math.Max(PieceFloats / columns, (rows + MaxPieces - 1) / MaxPieces));

        // A multiple of the cycle after which a row starts at a register's first lane again.
        rowsOfPiece = (rowsOfPiece + Simd.Cycle - 1) / Simd.Cycle * Simd.Cycle;
        var pieces = (int)((rows + rowsOfPiece - 1) / rowsOfPiece);
        using var sums = Scratch.Rent((nint)pieces * columns);
        var job = new Job { X = x, Rows = rows, Columns = columns, RowsOfPiece = rowsOfPiece, Sums = sums.Pointer };
        WorkerPool.Run(pieces, ref job);
        for (var column = 0; column < columns; column++)
        {
            var sum = 0.0;
            for (var piece = 0; piece < pieces; piece++) sum += sums.Pointer[((nint)piece * columns) + column];
            target[column] = (float)sum;
        }
    }

    // One chunk sums one piece.
    private struct Job : IChunkJob
    {
        public float* X, Sums;
        public nint Rows, RowsOfPiece;
        public int Columns;

        public readonly void Run(int chunk)
        {
            var start = chunk * RowsOfPiece;
            var rows = Math.Min(RowsOfPiece, Rows - start);
            if (Vector512.IsHardwareAccelerated) Sum<Simd512, Vector512<float>>(X + (start * Columns), rows, Columns, Sums + ((nint)chunk * Columns));
            else if (Vector256.IsHardwareAccelerated) Sum<Simd256, Vector256<float>>(X + (start * Columns), rows, Columns, Sums + ((nint)chunk * Columns));
            else Sum<Simd128, Vector128<float>>(X + (start * Columns), rows, Columns, Sums + ((nint)chunk * Columns));
        }
    }

    // Rows are put together into lines that fill whole registers: 8 rows of 6 columns are 3 registers of 16. The lines are summed, then
    // the rows within the sum of the lines.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TSimd, TVector>(float* x, nint rows, int columns, float* target)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        var together = TSimd.Width / Simd.GreatestCommonDivisor(columns, TSimd.Width);
        var line = together * columns;
        using var sums = Scratch.Rent(line);
        var sum = sums.Pointer;
        var lines = rows / together;
        new Span<float>(sum, line).Clear();
        nint done = 0;
        for (; done + 4 <= lines; done += 4, x += 4 * (nint)line)
        {
            for (var i = 0; i < line; i += TSimd.Width)
            {
                var four = TSimd.Add(
                    TSimd.Add(TSimd.Load(x + i), TSimd.Load(x + line + i)),
                    TSimd.Add(TSimd.Load(x + (2 * (nint)line) + i), TSimd.Load(x + (3 * (nint)line) + i)));
                TSimd.Store(TSimd.Add(TSimd.Load(sum + i), four), sum + i);
            }
        }

        for (; done < lines; done++, x += line)
        {
            for (var i = 0; i < line; i += TSimd.Width) TSimd.Store(TSimd.Add(TSimd.Load(sum + i), TSimd.Load(x + i)), sum + i);
        }

        for (var column = 0; column < columns; column++)
        {
            var total = 0f;
            for (var row = 0; row < together; row++) total += sum[(row * columns) + column];
            for (nint row = 0; row < rows - (lines * together); row++) total += x[(row * columns) + column];
            target[column] = total;
        }
    }
}
