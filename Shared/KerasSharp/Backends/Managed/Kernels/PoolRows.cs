using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Pooling of whole rows. Down the windows all pixels of a row are worked on alike, whole registers at a time; only across the windows
/// pixels are taken one by one. A pixel's last register may reach into its right neighbours, which are written after it: so the row
/// buffers are a register longer than a row.
/// </summary>
internal static unsafe class PoolRows<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : struct
{
    /// <summary>One output row of an image: <paramref name="x"/> and <paramref name="y"/> are the image's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(PoolOp op, in PoolWindows windows, int row, float* x, float* y)
    {
        var g = windows.Geometry;
        nint pixel = g.Channels, line = (nint)g.Width * g.Channels, outputLine = (nint)g.OutputWidth * g.Channels;
        using var lease = Scratch.Rent(line + outputLine + (2 * TSimd.Width));
        float* down = lease.Pointer, result = down + line + TSimd.Width;
        var (top, bottom) = windows.Rows(row);
        Down(op, x + (top * line), bottom - top, line, down);
        for (var column = 0; column < g.OutputWidth; column++)
        {
            var (left, right) = windows.Columns(column);
            float* source = down + (left * pixel), target = result + (column * pixel);
            var count = TSimd.Broadcast(Math.Max(1, (bottom - top) * (right - left)));
            for (nint channel = 0; channel < pixel; channel += TSimd.Width)
            {
                var sum = right > left && bottom > top ? TSimd.Load(source + channel) : TSimd.Broadcast(0);
                if (op == PoolOp.Max)
                {
                    for (nint i = pixel; i < (right - left) * pixel; i += pixel) sum = TSimd.Max(sum, TSimd.Load(source + channel + i));
                }
                else
                {
                    for (nint i = pixel; i < (right - left) * pixel; i += pixel) sum = TSimd.Add(sum, TSimd.Load(source + channel + i));
                    sum = TSimd.Divide(sum, count);
                }

                TSimd.Store(sum, target + channel);
            }
        }

        Packing.Copy(result, y + (row * outputLine), (int)outputLine);
    }

    /// <summary>Spreads the gradient of one row of averages over the rows that it came from; adds it where windows share rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AverageGradient(in PoolWindows windows, int row, float* dy, float* dx)
    {
        var g = windows.Geometry;
        int lanes = (g.Channels + TSimd.Width - 1) / TSimd.Width * TSimd.Width;
        nint pixel = g.Channels, line = (nint)g.Width * g.Channels;
        using var lease = Scratch.Rent(line + TSimd.Width + ((nint)lanes * g.OutputWidth));
        float* across = lease.Pointer, padded = across + line + TSimd.Width;
        new Span<float>(across, (int)line).Clear();

        // Zeros behind each pixel's channels: so its last register adds nothing to its neighbour.
        Packing.Rows(dy + ((nint)row * g.OutputWidth * pixel), g.Channels, g.OutputWidth, g.Channels, lanes, padded);
        var (top, bottom) = windows.Rows(row);
        var overlap = g.StrideWidth < g.PoolWidth;
        for (var column = 0; column < g.OutputWidth; column++)
        {
            var (left, right) = windows.Columns(column);
            var count = TSimd.Broadcast(Math.Max(1, (bottom - top) * (right - left)));
            var share = padded + ((nint)column * lanes);
            for (nint channel = 0; channel < pixel; channel += TSimd.Width)
            {
                TSimd.Store(TSimd.Divide(TSimd.Load(share + channel), count), share + channel);
            }

            for (var target = across + (left * pixel); target < across + (right * pixel); target += pixel)
            {
                for (nint channel = 0; channel < pixel; channel += TSimd.Width)
                {
                    var value = TSimd.Load(share + channel);
                    TSimd.Store(overlap ? TSimd.Add(TSimd.Load(target + channel), value) : value, target + channel);
                }
            }
        }

        for (var i = top; i < bottom; i++)
        {
            var target = dx + (i * line);
            if (g.StrideHeight < g.PoolHeight) Vectors.Add(target, across, target, line);
            else Packing.Copy(across, target, (int)line);
        }
    }

    // Combines the rows of the windows; the slack behind the row is defined too.
    private static void Down(PoolOp op, float* x, int rows, nint line, float* target)
    {
        nint i = 0;
        for (; i <= line - TSimd.Width; i += TSimd.Width)
        {
            var sum = rows > 0 ? TSimd.Load(x + i) : TSimd.Broadcast(0);
            for (var row = 1; row < rows; row++)
            {
                var next = TSimd.Load(x + (row * line) + i);
                sum = op == PoolOp.Max ? TSimd.Max(sum, next) : TSimd.Add(sum, next);
            }

            TSimd.Store(sum, target + i);
        }

        for (; i < line; i++)
        {
            var sum = rows > 0 ? x[i] : 0;
            for (var row = 1; row < rows; row++) sum = op == PoolOp.Max ? MathF.Max(sum, x[(row * line) + i]) : sum + x[(row * line) + i];
            target[i] = sum;
        }

        new Span<float>(target + line, TSimd.Width).Clear();
    }
}
