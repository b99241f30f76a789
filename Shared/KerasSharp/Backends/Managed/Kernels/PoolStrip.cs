using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>The gradient of a maximum, for as many channels as a register holds. All pointers are to the strip's first channel of an image.</summary>
internal static unsafe class PoolStrip<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : struct
{
    /// <summary>Gives each maximum's gradient to the first element that equals it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MaxGradient(in PoolWindows windows, float* x, float* y, float* dy, float* dx, bool overlap)
    {
        var g = windows.Geometry;
        nint pixel = g.Channels, line = (nint)g.Width * g.Channels;
        var zero = TSimd.Broadcast(0);
        for (var row = windows.FirstRow; row < windows.EndRow; row++)
        {
            var (top, bottom) = windows.Rows(row);
            for (var column = 0; column < g.OutputWidth; column++)
            {
                var (left, right) = windows.Columns(column);
                var output = (((nint)row * g.OutputWidth) + column) * pixel;
                TVector largest = TSimd.Load(y + output), gradient = TSimd.Load(dy + output), found = zero;
                for (var i = top; i < bottom; i++)
                {
                    var offset = (i * line) + (left * pixel);
                    for (var count = right - left; count > 0; count--, offset += pixel)
                    {
                        var isFirst = TSimd.Select(found, zero, TSimd.Equal(TSimd.Load(x + offset), largest));
                        found = TSimd.Or(found, isFirst);
                        var share = TSimd.Select(isFirst, gradient, zero);
                        TSimd.Store(overlap ? TSimd.Add(TSimd.Load(dx + offset), share) : share, dx + offset);
                    }
                }
            }
        }
    }
}
