using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Softmax of rows, its gradient, and softmax with cross-entropy in one. Computed from x - max(x), so that nothing overflows. A row with
/// NaN gives NaN.
/// </summary>
internal static unsafe class Softmax
{
    private const int PieceFloats = 4 * 1024;

    /// <summary>y = softmax(x).</summary>
    public static void Forward(float* x, nint rows, int columns, float* y) => Run(new Job { Kind = Kind.Forward, X = x, Y = y }, rows, columns);

    /// <summary>dx = (dy - Σ dy · y) · y.</summary>
    public static void Gradient(float* y, float* dy, nint rows, int columns, float* dx) =>
        Run(new Job { Kind = Kind.Gradient, X = y, Target = dy, Y = dx }, rows, columns);

    /// <summary>
    /// For each row <c>loss = -Σ target · log softmax(x)</c> (where a target is 0 its logarithm does not count) and, by x,
    /// <c>gradient = softmax(x) · Σ target - target</c>.
    /// </summary>
    public static void CrossEntropy(float* x, float* target, nint rows, int columns, float* loss, float* gradient) =>
        Run(new Job { Kind = Kind.CrossEntropy, X = x, Target = target, Loss = loss, Y = gradient }, rows, columns);

    private static void Run(Job job, nint rows, int columns)
    {
        if (columns == 0) return;
        job.Rows = rows;
        job.Columns = columns;
        job.RowsOfPiece = Math.Max(1, PieceFloats / columns);
        WorkerPool.Run((int)((rows + job.RowsOfPiece - 1) / job.RowsOfPiece), ref job);
    }

    private enum Kind
    {
        Forward, Gradient, CrossEntropy,
    }

    // One chunk does a piece of the rows.
    private struct Job : IChunkJob
    {
        public Kind Kind;
        public float* X, Target, Loss, Y;
        public nint Rows;
        public int Columns, RowsOfPiece;

        public readonly void Run(int chunk)
        {
            if (Vector512.IsHardwareAccelerated) Run<Simd512, Vector512<float>>(chunk);
            else if (Vector256.IsHardwareAccelerated) Run<Simd256, Vector256<float>>(chunk);
            else Run<Simd128, Vector128<float>>(chunk);
        }

        private readonly void Run<TSimd, TVector>(int chunk)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            var start = (nint)chunk * RowsOfPiece;
            var end = Math.Min(start + RowsOfPiece, Rows);
            for (var row = start; row < end; row++)
            {
                float* x = X + (row * Columns), y = Y + (row * Columns), target = Target + (row * Columns);
                if (Kind == Kind.Gradient)
                {
                    GradientRow(x, target, Columns, y);
                    continue;
                }

                var max = Max(x, Columns);
                var sum = Exponentials<TSimd, TVector>(x, max, Columns, y);
                if (Kind == Kind.Forward) Scale(y, Columns, (float)(1 / sum), y);
                else Loss[row] = CrossEntropyRow(x, max, sum, target, Columns, y);
            }
        }
    }

    private static float Max(float* x, int columns)
    {
        var max = x[0];
        for (var i = 1; i < columns; i++) max = MathF.Max(max, x[i]);
        return max;
    }

    private static void Scale(float* x, int columns, float factor, float* y)
    {
        for (var i = 0; i < columns; i++) y[i] = x[i] * factor;
    }

    // y = exp(x - max); the sum of them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Exponentials<TSimd, TVector>(float* x, float max, int columns, float* y)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        var i = 0;
        var shift = TSimd.Broadcast(max);
        for (; i <= columns - TSimd.Width; i += TSimd.Width) TSimd.Store(TSimd.Exp(TSimd.Subtract(TSimd.Load(x + i), shift)), y + i);
        if (i < columns)
        {
            var rest = stackalloc float[16];
            for (var j = 0; j < columns - i; j++) rest[j] = x[i + j];
            TSimd.StorePartial(TSimd.Exp(TSimd.Subtract(TSimd.Load(rest), shift)), y + i, columns - i);
        }

        // Four sums, since one would wait for itself.
        double a = 0, b = 0, c = 0, d = 0;
        for (i = 0; i + 4 <= columns; i += 4)
        {
            a += y[i];
            b += y[i + 1];
            c += y[i + 2];
            d += y[i + 3];
        }

        for (; i < columns; i++) a += y[i];
        return a + b + (c + d);
    }

    private static void GradientRow(float* y, float* dy, int columns, float* dx)
    {
        var dot = 0.0;
        for (var i = 0; i < columns; i++) dot += (double)y[i] * dy[i];
        for (var i = 0; i < columns; i++) dx[i] = (dy[i] - (float)dot) * y[i];
    }

    // On entry gradient holds exp(x - max).
    private static float CrossEntropyRow(float* x, float max, double sum, float* target, int columns, float* gradient)
    {
        double logarithm = Math.Log(sum), total = 0, loss = 0;
        for (var i = 0; i < columns; i++)
        {
            total += target[i];
            if (target[i] != 0) loss += target[i] * (logarithm - ((double)x[i] - max));
        }

        var factor = (float)(total / sum);
        for (var i = 0; i < columns; i++) gradient[i] = (gradient[i] * factor) - target[i];
        return (float)(double.IsNaN(sum) ? double.NaN : loss);
    }
}
