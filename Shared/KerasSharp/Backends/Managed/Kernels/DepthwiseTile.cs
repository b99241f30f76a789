using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// The inner loops of a depthwise convolution, for the channels of one register. Neighbouring pixels are computed together, since a sum is
/// known only cycles after its last addition.
/// </summary>
internal static unsafe class DepthwiseTile<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : struct
{
    /// <summary>y[p] = init + sum over taps of x[p · xStep + offset] · weight, for <paramref name="pixels"/> pixels.</summary>
    /// <param name="x">The first pixel's element under the tap with offset 0.</param>
    /// <param name="xStep">The floats from one pixel's elements to the next one's.</param>
    /// <param name="y">The first pixel of the result.</param>
    /// <param name="yStep">The floats from one pixel of the result to the next.</param>
    /// <param name="pixels">The number of pixels.</param>
    /// <param name="taps">For each tap its offset from x, and that of its weight.</param>
    /// <param name="count">The number of taps.</param>
    /// <param name="weights">The weights of these channels.</param>
    /// <param name="init">What the sums start with.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Row(float* x, nint xStep, float* y, nint yStep, int pixels, nint* taps, int count, float* weights, float* init)
    {
        // The last block may compute some pixels once more.
        var pixel = 0;
        while (pixel < pixels)
        {
            if (pixels >= 8)
            {
                pixel = Math.Min(pixel, pixels - 8);
                Eight(x + (pixel * xStep), xStep, y + (pixel * yStep), yStep, taps, count, weights, TSimd.Load(init));
                pixel += 8;
            }
            else if (pixels >= 4)
            {
                pixel = Math.Min(pixel, pixels - 4);
                Four(x + (pixel * xStep), xStep, y + (pixel * yStep), yStep, taps, count, weights, TSimd.Load(init));
                pixel += 4;
            }
            else
            {
                One(x + (pixel * xStep), y + (pixel * yStep), taps, count, weights, TSimd.Load(init));
                pixel++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(float* x, nint step, float* y, nint yStep, nint* taps, int count, float* weights, TVector init)
    {
        TVector a0 = init, a1 = init, a2 = init, a3 = init, a4 = init, a5 = init, a6 = init, a7 = init;
        for (var tap = 0; tap < count; tap++)
        {
            var w = TSimd.Load(weights + taps[(2 * tap) + 1]);
            var p = x + taps[2 * tap];
            var q = p + (4 * step);
            a0 = TSimd.MultiplyAdd(TSimd.Load(p), w, a0);
            a1 = TSimd.MultiplyAdd(TSimd.Load(p + step), w, a1);
            a2 = TSimd.MultiplyAdd(TSimd.Load(p + (2 * step)), w, a2);
            a3 = TSimd.MultiplyAdd(TSimd.Load(q - step), w, a3);
            a4 = TSimd.MultiplyAdd(TSimd.Load(q), w, a4);
            a5 = TSimd.MultiplyAdd(TSimd.Load(q + step), w, a5);
            a6 = TSimd.MultiplyAdd(TSimd.Load(q + (2 * step)), w, a6);
            a7 = TSimd.MultiplyAdd(TSimd.Load(q + (3 * step)), w, a7);
        }

        TSimd.Store(a0, y);
        TSimd.Store(a1, y + yStep);
        TSimd.Store(a2, y + (2 * yStep));
        TSimd.Store(a3, y + (3 * yStep));
        TSimd.Store(a4, y + (4 * yStep));
        TSimd.Store(a5, y + (5 * yStep));
        TSimd.Store(a6, y + (6 * yStep));
        TSimd.Store(a7, y + (7 * yStep));
    }

    private static void Four(float* x, nint step, float* y, nint yStep, nint* taps, int count, float* weights, TVector init)
    {
        TVector a0 = init, a1 = init, a2 = init, a3 = init;
        for (var tap = 0; tap < count; tap++)
        {
            var w = TSimd.Load(weights + taps[(2 * tap) + 1]);
            var p = x + taps[2 * tap];
            a0 = TSimd.MultiplyAdd(TSimd.Load(p), w, a0);
            a1 = TSimd.MultiplyAdd(TSimd.Load(p + step), w, a1);
            a2 = TSimd.MultiplyAdd(TSimd.Load(p + (2 * step)), w, a2);
            a3 = TSimd.MultiplyAdd(TSimd.Load(p + (3 * step)), w, a3);
        }

        TSimd.Store(a0, y);
        TSimd.Store(a1, y + yStep);
        TSimd.Store(a2, y + (2 * yStep));
        TSimd.Store(a3, y + (3 * yStep));
    }

    private static void One(float* x, float* y, nint* taps, int count, float* weights, TVector init)
    {
        for (var tap = 0; tap < count; tap++)
        {
            init = TSimd.MultiplyAdd(TSimd.Load(x + taps[2 * tap]), TSimd.Load(weights + taps[(2 * tap) + 1]), init);
        }

        TSimd.Store(init, y);
    }
}
