using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Maximum and average over windows, channels_last. Padding counts in neither: an average divides by the pixels that exist. A maximum with
/// NaN in its window is NaN, and has no gradient.
/// </summary>
internal static unsafe class Pooling
{
    private const int BandFloats = 32 * 1024;

    /// <summary>y = pool(x).</summary>
    public static void Forward(PoolOp op, in Pool2DGeometry g, float* x, float* y)
    {
        var job = new ForwardJob { Geometry = g, Op = op, X = x, Y = y, Bands = new(g.OutputHeight, BandRows(g)) };
        WorkerPool.Run(g.Batch * job.Bands.Count, ref job);
    }

    /// <summary>dx from dy; a maximum also reads x and y, and gives its gradient to the first largest element, row by row.</summary>
    public static void Gradient(PoolOp op, in Pool2DGeometry g, float* x, float* y, float* dy, float* dx)
    {
        // Bands can be worked on apart only where no two windows share a row.
        var overlap = g.StrideHeight < g.PoolHeight || g.StrideWidth < g.PoolWidth;
        var job = new GradientJob { Geometry = g, Op = op, X = x, Y = y, Dy = dy, Dx = dx, Overlap = overlap, Bands = new(g.OutputHeight, overlap ? g.OutputHeight : BandRows(g)) };
        WorkerPool.Run(g.Batch * job.Bands.Count, ref job);
    }

    private static int BandRows(in Pool2DGeometry g) =>
        (int)Math.Clamp(BandFloats / Math.Max(1, (long)g.StrideHeight * g.Width * g.Channels), 1, Math.Max(1, g.OutputHeight));

    // One chunk computes a band of rows of one image.
    private struct ForwardJob : IChunkJob
    {
        public Pool2DGeometry Geometry;
        public PoolOp Op;
        public float* X, Y;
        public RowBlocks Bands;

        public readonly void Run(int chunk)
        {
            var g = Geometry;
            int image = chunk / Bands.Count, band = chunk % Bands.Count;
            var windows = new PoolWindows(g, Bands.Start(band), Bands.Rows(band));
            var x = X + ((nint)image * g.Height * g.Width * g.Channels);
            var y = Y + ((nint)image * g.OutputHeight * g.OutputWidth * g.Channels);
            for (var row = windows.FirstRow; row < windows.EndRow; row++)
            {
                if (g.Channels > 8 && Vector512.IsHardwareAccelerated) PoolRows<Simd512, Vector512<float>>.Forward(Op, windows, row, x, y);
                else if (g.Channels > 4 && Vector256.IsHardwareAccelerated) PoolRows<Simd256, Vector256<float>>.Forward(Op, windows, row, x, y);
                else PoolRows<Simd128, Vector128<float>>.Forward(Op, windows, row, x, y);
            }
        }
    }

    // One chunk computes the gradient of a band of rows of one image, and clears what no window of the band touches.
    private struct GradientJob : IChunkJob
    {
        public Pool2DGeometry Geometry;
        public PoolOp Op;
        public float* X, Y, Dy, Dx;
        public bool Overlap;
        public RowBlocks Bands;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int chunk)
        {
            var g = Geometry;
            int image = chunk / Bands.Count, band = chunk % Bands.Count;
            var windows = new PoolWindows(g, Bands.Start(band), Bands.Rows(band));
            nint input = (nint)image * g.Height * g.Width * g.Channels, output = (nint)image * g.OutputHeight * g.OutputWidth * g.Channels;
            int firstRow = band == 0 ? 0 : Math.Clamp((windows.FirstRow * g.StrideHeight) - g.PadTop, 0, g.Height);
            int endRow = band == Bands.Count - 1 ? g.Height : Math.Clamp((windows.EndRow * g.StrideHeight) - g.PadTop, 0, g.Height);
            var clear = Overlap || Op == PoolOp.Max || g.StrideHeight != g.PoolHeight || g.OutputHeight * g.StrideHeight < g.Height + g.PadTop;
            if (clear)
            {
                new Span<float>(Dx + input + ((nint)firstRow * g.Width * g.Channels), checked((endRow - firstRow) * g.Width * g.Channels)).Clear();
            }

            for (var row = windows.FirstRow; Op == PoolOp.Average && row < windows.EndRow; row++)
            {
                if (g.Channels > 8 && Vector512.IsHardwareAccelerated) PoolRows<Simd512, Vector512<float>>.AverageGradient(windows, row, Dy + output, Dx + input);
                else if (g.Channels > 4 && Vector256.IsHardwareAccelerated) PoolRows<Simd256, Vector256<float>>.AverageGradient(windows, row, Dy + output, Dx + input);
                else PoolRows<Simd128, Vector128<float>>.AverageGradient(windows, row, Dy + output, Dx + input);
            }

            for (var channel = 0; Op == PoolOp.Max && channel < g.Channels;)
            {
                var width = ChannelStrips.Next(channel, g.Channels, !Overlap, out var start);
                if (width == 16) Strip<Simd512, Vector512<float>>(windows, input + start, output + start);
                else if (width == 8) Strip<Simd256, Vector256<float>>(windows, input + start, output + start);
                else if (width == 4) Strip<Simd128, Vector128<float>>(windows, input + start, output + start);
                else Strip<SimdScalar, float>(windows, input + start, output + start);
                channel = start + width;
            }
        }

        private readonly void Strip<TSimd, TVector>(in PoolWindows windows, nint input, nint output)
            where TSimd : ISimd<TVector>
            where TVector : struct =>
            PoolStrip<TSimd, TVector>.MaxGradient(windows, X + input, Y + output, Dy + output, Dx + input, Overlap);
    }
}
