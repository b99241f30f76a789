using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// The gradient of a depthwise convolution by its kernel. The bands of all images are cut into a number of parts that depends only on the
/// sizes; each sums its bands, and the parts are added in order.
/// </summary>
internal static unsafe class DepthwiseGradientKernel
{
    private const int MaxParts = 32;
    private const int MaxSums = 1 << 21;

    /// <summary>dkernel from x and dy.</summary>
    public static void Run(in Conv2DGeometry g, float* x, float* dy, float* dkernel)
    {
        var rows = new DepthwiseRows(g);
        var bands = DepthwiseConv2D.Bands(g.OutputHeight, g.StrideHeight * rows.RowStride);
        var sums = (nint)g.KernelHeight * g.KernelWidth * g.Filters;
        var parts = (int)Math.Clamp(MaxSums / Math.Max(1, sums), 1, Math.Min(MaxParts, Math.Max(1, (long)g.Batch * bands.Count)));
        using var partial = Scratch.Rent(sums * parts);
        var job = new Job { Geometry = g, Rows = rows, X = x, Dy = dy, Sums = partial.Pointer, Bands = bands, Parts = parts };
        WorkerPool.Run(parts, ref job);
        for (var part = 1; part < parts; part++) Vectors.Add(partial.Pointer, partial.Pointer + (part * sums), partial.Pointer, sums);
        Buffer.MemoryCopy(partial.Pointer, dkernel, sums * sizeof(float), sums * sizeof(float));
    }

    // One chunk sums the bands of one part.
    private struct Job : IChunkJob
    {
        public Conv2DGeometry Geometry;
        public DepthwiseRows Rows;
        public float* X, Dy, Sums;
        public RowBlocks Bands;
        public int Parts;

        public readonly void Run(int part)
        {
            var g = Geometry;
            var size = (nint)g.KernelHeight * g.KernelWidth * g.Filters;
            var sums = Sums + (part * size);
            new Span<float>(sums, (int)size).Clear();
            var units = (long)g.Batch * Bands.Count;
            for (var unit = (int)(units * part / Parts); unit < (int)(units * (part + 1) / Parts); unit++)
            {
                int image = unit / Bands.Count, first = Bands.Start(unit % Bands.Count), rows = Bands.Rows(unit % Bands.Count);
                using var scratch = Scratch.Rent(Rows.ScratchFor(rows));
                var x = Rows.Read(X + ((nint)image * g.Height * g.Width * g.Channels), first, rows, scratch.Pointer);
                for (var row = 0; row < rows; row++)
                {
                    Add(x + (row * g.StrideHeight * Rows.RowStride), Dy + ((((nint)image * g.OutputHeight) + first + row) * g.OutputWidth * g.Filters), sums);
                }
            }
        }

        private readonly void Add(float* x, float* dy, float* sums)
        {
            for (var channel = 0; channel < Geometry.Filters;)
            {
                // No channel may be added twice.
                var width = ChannelStrips.Next(channel, Geometry.Filters, mayRepeat: false, out var start);
                if (width == 16) Row<Simd512, Vector512<float>>(x + start, dy + start, sums + start);
                else if (width == 8) Row<Simd256, Vector256<float>>(x + start, dy + start, sums + start);
                else if (width == 4) Row<Simd128, Vector128<float>>(x + start, dy + start, sums + start);
                else Row<SimdScalar, float>(x + start, dy + start, sums + start);
                channel = start + width;
            }
        }

        private readonly void Row<TSimd, TVector>(float* x, float* dy, float* sums)
            where TSimd : ISimd<TVector>
            where TVector : struct => DepthwiseSums<TSimd, TVector>.Row(
                x, (nint)Geometry.StrideWidth * Geometry.Filters, Geometry.DilationHeight * Rows.RowStride, (nint)Geometry.DilationWidth * Geometry.Filters,
                dy, Geometry.Filters, Geometry.OutputWidth, Geometry.KernelHeight, Geometry.KernelWidth, sums);
    }
}
