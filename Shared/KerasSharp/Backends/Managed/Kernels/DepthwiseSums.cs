using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// The inner loops of the gradient by a depthwise kernel, for the channels of one register: sums over the pixels of a row of x · dy, for
/// several taps at once, so that dy is read once for all of them.
/// </summary>
internal static unsafe class DepthwiseSums<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : struct
{
    /// <summary>Adds the row to the sums of a whole kernel.</summary>
    /// <param name="x">The first pixel's element under the first tap.</param>
    /// <param name="xStep">The floats from one pixel's elements to the next one's.</param>
    /// <param name="rowStep">The floats from one row of taps to the next.</param>
    /// <param name="tapStep">The floats from one tap of a row to the next.</param>
    /// <param name="dy">The first pixel of the gradient.</param>
    /// <param name="lanes">The floats from one pixel of the gradient, and from one tap of the sums, to the next.</param>
    /// <param name="pixels">The number of pixels.</param>
    /// <param name="rows">The rows of the kernel.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="sums">The sums of these channels, tap by tap.</param>
    public static void Row(float* x, nint xStep, nint rowStep, nint tapStep, float* dy, nint lanes, int pixels, int rows, int columns, float* sums)
    {
        for (var row = 0; row < rows;)
        {
            var tall = rows - row >= 3;
            for (var column = 0; column < columns;)
            {
                var wide = columns - column >= 3;
                var from = x + (row * rowStep) + (column * tapStep);
                var to = sums + (((row * (nint)columns) + column) * lanes);
                if (tall && wide) Nine(from, xStep, rowStep, tapStep, dy, lanes, pixels, to, columns * lanes);
                else if (tall) Three(from, xStep, rowStep, dy, lanes, pixels, to, columns * lanes);
                else if (wide) Three(from, xStep, tapStep, dy, lanes, pixels, to, lanes);
                else One(from, xStep, dy, lanes, pixels, to);
                column += wide ? 3 : 1;
            }

            row += tall ? 3 : 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Nine(float* x, nint xStep, nint rowStep, nint tapStep, float* dy, nint lanes, int pixels, float* sums, nint sumRow)
    {
        float* s1 = sums + sumRow, s2 = s1 + sumRow;
        TVector a0 = TSimd.Load(sums), a1 = TSimd.Load(sums + lanes), a2 = TSimd.Load(sums + (2 * lanes));
        TVector a3 = TSimd.Load(s1), a4 = TSimd.Load(s1 + lanes), a5 = TSimd.Load(s1 + (2 * lanes));
        TVector a6 = TSimd.Load(s2), a7 = TSimd.Load(s2 + lanes), a8 = TSimd.Load(s2 + (2 * lanes));
        float* x1 = x + rowStep, x2 = x1 + rowStep;
        for (var pixel = 0; pixel < pixels; pixel++)
        {
            var d = TSimd.Load(dy);
            a0 = TSimd.MultiplyAdd(TSimd.Load(x), d, a0);
            a1 = TSimd.MultiplyAdd(TSimd.Load(x + tapStep), d, a1);
            a2 = TSimd.MultiplyAdd(TSimd.Load(x + (2 * tapStep)), d, a2);
            a3 = TSimd.MultiplyAdd(TSimd.Load(x1), d, a3);
            a4 = TSimd.MultiplyAdd(TSimd.Load(x1 + tapStep), d, a4);
            a5 = TSimd.MultiplyAdd(TSimd.Load(x1 + (2 * tapStep)), d, a5);
            a6 = TSimd.MultiplyAdd(TSimd.Load(x2), d, a6);
            a7 = TSimd.MultiplyAdd(TSimd.Load(x2 + tapStep), d, a7);
            a8 = TSimd.MultiplyAdd(TSimd.Load(x2 + (2 * tapStep)), d, a8);
            dy += lanes;
            x += xStep;
            x1 += xStep;
            x2 += xStep;
        }

        TSimd.Store(a0, sums);
        TSimd.Store(a1, sums + lanes);
        TSimd.Store(a2, sums + (2 * lanes));
        TSimd.Store(a3, s1);
        TSimd.Store(a4, s1 + lanes);
        TSimd.Store(a5, s1 + (2 * lanes));
        TSimd.Store(a6, s2);
        TSimd.Store(a7, s2 + lanes);
        TSimd.Store(a8, s2 + (2 * lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Three(float* x, nint xStep, nint tapStep, float* dy, nint lanes, int pixels, float* sums, nint sumStep)
    {
        TVector a0 = TSimd.Load(sums), a1 = TSimd.Load(sums + sumStep), a2 = TSimd.Load(sums + (2 * sumStep));
        for (var pixel = 0; pixel < pixels; pixel++, dy += lanes, x += xStep)
        {
            var d = TSimd.Load(dy);
            a0 = TSimd.MultiplyAdd(TSimd.Load(x), d, a0);
            a1 = TSimd.MultiplyAdd(TSimd.Load(x + tapStep), d, a1);
            a2 = TSimd.MultiplyAdd(TSimd.Load(x + (2 * tapStep)), d, a2);
        }

        TSimd.Store(a0, sums);
        TSimd.Store(a1, sums + sumStep);
        TSimd.Store(a2, sums + (2 * sumStep));
    }

    private static void One(float* x, nint xStep, float* dy, nint lanes, int pixels, float* sums)
    {
        var sum = TSimd.Load(sums);
        for (var pixel = 0; pixel < pixels; pixel++, dy += lanes, x += xStep) sum = TSimd.MultiplyAdd(TSimd.Load(x), TSimd.Load(dy), sum);
        TSimd.Store(sum, sums);
    }
}
