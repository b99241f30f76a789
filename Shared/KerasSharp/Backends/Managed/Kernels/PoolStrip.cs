using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>Pooling of as many channels as a register holds. All pointers are to the strip's first channel of an image.</summary>
internal static unsafe class PoolStrip<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : struct
{
    /// <summary>See <see cref="Pooling.Forward"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(PoolOp op, in PoolWindows windows, float* x, float* y)
    {
        var g = windows.Geometry;
        nint pixel = g.Channels, line = (nint)g.Width * g.Channels;
        for (var row = windows.FirstRow; row < windows.EndRow; row++)
        {
            var (top, bottom) = windows.Rows(row);
            var target = y + ((nint)row * g.OutputWidth * pixel);
            for (var column = 0; column < g.OutputWidth; column++, target += pixel)
            {
                var (left, right) = windows.Columns(column);
                if (top >= bottom || left >= right)
                {
                    TSimd.Store(TSimd.Broadcast(0), target);
                    continue;
                }

                var result = TSimd.Load(x + (top * line) + (left * pixel));
                var skip = 1;
                for (var i = top; i < bottom; i++)
                {
                    var source = x + (i * line) + ((left + skip) * pixel);
                    for (var count = right - left - skip; count > 0; count--, source += pixel)
                    {
                        result = op == PoolOp.Max ? TSimd.Max(result, TSimd.Load(source)) : TSimd.Add(result, TSimd.Load(source));
                    }

                    skip = 0;
                }

                if (op == PoolOp.Average) result = TSimd.Divide(result, TSimd.Broadcast((bottom - top) * (right - left)));
                TSimd.Store(result, target);
            }
        }
    }

    /// <summary>Spreads each average's gradient over the pixels that it came from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AverageGradient(in PoolWindows windows, float* dy, float* dx, bool overlap)
    {
        var g = windows.Geometry;
        nint pixel = g.Channels, line = (nint)g.Width * g.Channels;
        for (var row = windows.FirstRow; row < windows.EndRow; row++)
        {
            var (top, bottom) = windows.Rows(row);
            var source = dy + ((nint)row * g.OutputWidth * pixel);
            for (var column = 0; column < g.OutputWidth; column++, source += pixel)
            {
                var (left, right) = windows.Columns(column);
                var share = TSimd.Divide(TSimd.Load(source), TSimd.Broadcast((bottom - top) * (right - left)));
                for (var i = top; i < bottom; i++)
                {
                    var target = dx + (i * line) + (left * pixel);
                    for (var count = right - left; count > 0; count--, target += pixel)
                    {
                        TSimd.Store(overlap ? TSimd.Add(TSimd.Load(target), share) : share, target);
                    }
                }
            }
        }
    }

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
