using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Convolutions with one group per channel. There is nothing to multiply as matrices: channels lie side by side, and each register of them is
/// multiplied with the register of their weights, tap by tap.
/// </summary>
internal static unsafe class DepthwiseConv2D
{
    // The floats of x that one piece of work covers: a part of the level-2 cache, and work for several microseconds.
    private const int BandFloats = 64 * 1024;

    /// <summary>Whether a convolution is depthwise.</summary>
    public static bool Takes(in Conv2DGeometry g) => g.Groups > 1 && g.Groups == g.Channels;

    /// <summary>y = activation(x * kernel + bias); bias may be null.</summary>
    public static void Forward(in Conv2DGeometry g, float* x, float* kernel, float* bias, FusedActivation activation, float* y)
    {
        var rows = new DepthwiseRows(g);
        using var zeros = Scratch.Rent(bias == null ? g.Filters : 0);
        if (bias == null) new Span<float>(zeros.Pointer, g.Filters).Clear();
        using var taps = Scratch.Rent(4 * (nint)g.KernelHeight * g.KernelWidth);
        for (var tap = 0; tap < g.KernelHeight * g.KernelWidth; tap++)
        {
            int ky = tap / g.KernelWidth, kx = tap % g.KernelWidth;
            ((nint*)taps.Pointer)[2 * tap] = (ky * g.DilationHeight * rows.RowStride) + ((nint)kx * g.DilationWidth * g.Filters);
            ((nint*)taps.Pointer)[(2 * tap) + 1] = tap * (nint)g.Filters;
        }

        var job = new ForwardJob
        {
            Geometry = g, Rows = rows, X = x, Kernel = kernel, Init = bias == null ? zeros.Pointer : bias, Taps = (nint*)taps.Pointer, Activation = activation, Y = y,
            Bands = Bands(g.OutputHeight, g.StrideHeight * rows.RowStride),
        };
        WorkerPool.Run(g.Batch * job.Bands.Count, ref job);
    }

    /// <summary>The blocks of rows that threads take: of rows of so many floats each.</summary>
    public static RowBlocks Bands(int rows, nint floats) => new(rows, (int)Math.Clamp(BandFloats / Math.Max(1, floats), 1, Math.Max(1, rows)));

    // One chunk computes a band of rows of one image.
    private struct ForwardJob : IChunkJob
    {
        public Conv2DGeometry Geometry;
        public DepthwiseRows Rows;
        public float* X, Kernel, Init, Y;
        public nint* Taps;
        public FusedActivation Activation;
        public RowBlocks Bands;

        public readonly void Run(int chunk)
        {
            var g = Geometry;
            int image = chunk / Bands.Count, first = Bands.Start(chunk % Bands.Count), rows = Bands.Rows(chunk % Bands.Count);
            using var scratch = Scratch.Rent(Rows.ScratchFor(rows));
            var x = Rows.Read(X + ((nint)image * g.Height * g.Width * g.Channels), first, rows, scratch.Pointer);
            nint line = (nint)g.OutputWidth * g.Filters;
            var y = Y + ((((nint)image * g.OutputHeight) + first) * line);
            for (var row = 0; row < rows; row++)
            {
                for (var channel = 0; channel < g.Filters;)
                {
                    var width = ChannelStrips.Next(channel, g.Filters, mayRepeat: true, out var start);
                    float* from = x + (row * g.StrideHeight * Rows.RowStride) + start, to = y + (row * line) + start;
                    if (width == 16) Row<Simd512, Vector512<float>>(from, to, start);
                    else if (width == 8) Row<Simd256, Vector256<float>>(from, to, start);
                    else if (width == 4) Row<Simd128, Vector128<float>>(from, to, start);
                    else Row<SimdScalar, float>(from, to, start);
                    channel = start + width;
                }
            }

            ActivationKernels.Apply(Activation, y, y, rows * line);
        }

        private readonly void Row<TSimd, TVector>(float* x, float* y, int start)
            where TSimd : ISimd<TVector>
            where TVector : struct => DepthwiseTile<TSimd, TVector>.Row(
                x, (nint)Geometry.StrideWidth * Geometry.Filters, y, Geometry.Filters, Geometry.OutputWidth, Taps, Geometry.KernelHeight * Geometry.KernelWidth, Kernel + start, Init + start);
    }
}
