using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// The gradient of a depthwise convolution by its input. Each pixel of dx gathers what it gave: so it is written once. Pixels whose distance is
/// the stride were seen by the same taps, and are computed together.
/// </summary>
internal static unsafe class DepthwiseGradientInput
{
    /// <summary>dx from dy (n, oh, ow, f) and the kernel.</summary>
    public static void Run(in Conv2DGeometry g, float* dy, float* kernel, float* dx)
    {
        // The columns of dy beyond its ends that some pixel asks for; they hold zeros.
        int left = Math.Max(0, -FloorDivide(g.PadLeft - ((g.KernelWidth - 1) * g.DilationWidth), g.StrideWidth));
        int right = Math.Max(0, ((g.Width - 1 + g.PadLeft) / g.StrideWidth) - (g.OutputWidth - 1));
        using var zeros = Scratch.Rent(g.Filters);
        new Span<float>(zeros.Pointer, g.Filters).Clear();
        var job = new Job
        {
            Geometry = g, Dy = dy, Kernel = kernel, Zeros = zeros.Pointer, Dx = dx, Left = left, Columns = left + g.OutputWidth + right,
            Bands = DepthwiseConv2D.Bands(g.Height, (nint)g.Width * g.Filters),
        };
        WorkerPool.Run(g.Batch * job.Bands.Count, ref job);
    }

    private static int FloorDivide(int a, int b) => (a / b) - (a % b < 0 ? 1 : 0);

    // One chunk computes a band of rows of one image.
    private struct Job : IChunkJob
    {
        public Conv2DGeometry Geometry;
        public float* Dy, Kernel, Zeros, Dx;
        public int Left, Columns;
        public RowBlocks Bands;

        public readonly void Run(int chunk)
        {
            var g = Geometry;
            int image = chunk / Bands.Count, first = Bands.Start(chunk % Bands.Count), rows = Bands.Rows(chunk % Bands.Count);
            int from = Math.Max(0, FloorDivide(first + g.PadTop - ((g.KernelHeight - 1) * g.DilationHeight), g.StrideHeight));
            int to = Math.Min(g.OutputHeight, ((first + rows - 1 + g.PadTop) / g.StrideHeight) + 1);
            nint line = (nint)Columns * g.Filters, wide = (nint)g.Width * g.Filters;
            var (needsCopy, many) = (Columns > g.OutputWidth, g.Filters > g.Channels);
            using var copy = Scratch.Rent(needsCopy ? Math.Max(0, to - from) * line : 0);
            using var taps = Scratch.Rent(4 * (nint)g.KernelHeight * g.KernelWidth);
            using var spread = Scratch.Rent(many ? wide : 0);
            var dy = Dy + ((((nint)image * g.OutputHeight) + from) * g.OutputWidth * g.Filters);
            if (needsCopy)
            {
                Pad(dy, to - from, line, copy.Pointer);
                dy = copy.Pointer;
            }

            for (var row = first; row < first + rows; row++)
            {
                var dx = Dx + ((((nint)image * g.Height) + row) * g.Width * g.Channels);
                for (var phase = 0; phase < Math.Min(g.StrideWidth, g.Width); phase++)
                {
                    var count = Taps(row, phase, from, to, line, (nint*)taps.Pointer);
                    Compute(dy, (many ? spread.Pointer : dx) + ((nint)phase * g.Filters), (g.Width - phase + g.StrideWidth - 1) / g.StrideWidth, (nint*)taps.Pointer, count);
                }

                if (many) Join(spread.Pointer, dx);
            }
        }

        private readonly void Pad(float* dy, int rows, nint line, float* target)
        {
            nint inside = (nint)Geometry.OutputWidth * Geometry.Filters, before = (nint)Left * Geometry.Filters;
            for (var row = 0; row < rows; row++, dy += inside, target += line)
            {
                new Span<float>(target, (int)before).Clear();
                Packing.Copy(dy, target + before, (int)inside);
                new Span<float>(target + before + inside, (int)(line - before - inside)).Clear();
            }
        }

        // The taps under which a row's pixels of one phase lie: where in dy the first pixel's place is, and the tap's weight.
        private readonly int Taps(int row, int phase, int from, int to, nint line, nint* taps)
        {
            var g = Geometry;
            var count = 0;
            for (var ky = 0; ky < g.KernelHeight; ky++)
            {
                var down = row + g.PadTop - (ky * g.DilationHeight);
                if (down % g.StrideHeight != 0 || down / g.StrideHeight < from || down / g.StrideHeight >= to || down < 0) continue;
                for (var kx = 0; kx < g.KernelWidth; kx++)
                {
                    var across = phase + g.PadLeft - (kx * g.DilationWidth);
                    if (across % g.StrideWidth != 0) continue;
                    taps[2 * count] = (((down / g.StrideHeight) - from) * line) + (((across / g.StrideWidth) + Left) * (nint)g.Filters);
                    taps[(2 * count) + 1] = ((ky * g.KernelWidth) + kx) * (nint)g.Filters;
                    count++;
                }
            }

            return count;
        }

        private readonly void Compute(float* dy, float* target, int pixels, nint* taps, int count)
        {
            var g = Geometry;
            for (var channel = 0; channel < g.Filters;)
            {
                var width = ChannelStrips.Next(channel, g.Filters, mayRepeat: true, out var start);
                if (width == 16) Row<Simd512, Vector512<float>>(dy + start, target + start, pixels, taps, count, start);
                else if (width == 8) Row<Simd256, Vector256<float>>(dy + start, target + start, pixels, taps, count, start);
                else if (width == 4) Row<Simd128, Vector128<float>>(dy + start, target + start, pixels, taps, count, start);
                else Row<SimdScalar, float>(dy + start, target + start, pixels, taps, count, start);
                channel = start + width;
            }
        }

        private readonly void Row<TSimd, TVector>(float* dy, float* target, int pixels, nint* taps, int count, int start)
            where TSimd : ISimd<TVector>
            where TVector : struct => DepthwiseTile<TSimd, TVector>.Row(
                dy, Geometry.Filters, target, (nint)Geometry.StrideWidth * Geometry.Filters, pixels, taps, count, Kernel + start, Zeros);

        // A channel gets the sum of what came from its kernels.
        private readonly void Join(float* spread, float* dx)
        {
            var multiplier = Geometry.Filters / Geometry.Channels;
            for (nint i = 0; i < (nint)Geometry.Width * Geometry.Channels; i++)
            {
                var sum = 0f;
                for (var k = 0; k < multiplier; k++) sum += *spread++;
                dx[i] = sum;
            }
        }
    }
}
