using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// The gradient by x, row by row. For a row of x every pixel of dy above it gives, by one product with the transposed kernel, what it adds
/// to the pixels under it: a line of kernel width × channels. The lines of neighbouring pixels overlap and are then added up.
/// </summary>
internal static unsafe class Conv2DGradientInput
{
    private const int BandFloats = 64 * 1024;

    /// <summary>See <see cref="Conv2D.GradientInput"/>.</summary>
    public static void Run(in Conv2DGeometry g, float* dy, float* kernel, float* dx)
    {
        var shape = new ConvShape(g);
        var line = g.KernelWidth * shape.GroupChannels;
        var lanes = Panel.TotalLanes(line);
        var weightsOfGroup = (nint)g.KernelHeight * shape.GroupFilters * lanes;
        using var weights = Scratch.Rent(weightsOfGroup * g.Groups);
        using var zeros = Scratch.Rent(lanes);
        using var rows = Scratch.Rent(g.KernelHeight);
        new Span<float>(zeros.Pointer, lanes).Clear();
        var order = (int*)rows.Pointer;
        SortKernelRows(g, order);
        for (var group = 0; group < g.Groups; group++)
        {
            for (var start = 0; start < line;)
            {
                var panel = Panel.At(start, line);
                var target = weights.Pointer + (group * weightsOfGroup) + ((nint)start * g.KernelHeight * shape.GroupFilters);
                for (var i = 0; i < g.KernelHeight; i++, target += (nint)shape.GroupFilters * panel.Lanes)
                {
                    var source = kernel + (((nint)order[i] * line) + start) * g.Filters + (group * shape.GroupFilters);
                    Packing.Transposed(source, g.Filters, shape.GroupFilters, panel.Columns, panel.Lanes, target);
                }

                start += panel.Columns;
            }
        }

        var job = new Job
        {
            Shape = shape,
            Dy = dy,
            Weights = weights.Pointer,
            WeightsOfGroup = weightsOfGroup,
            Zeros = zeros.Pointer,
            Dx = dx,
            Lanes = lanes,
            Line = line,
            KernelRows = order,
            BandRows = (int)Math.Clamp(BandFloats / Math.Max(1, (long)g.Width * g.Channels), 1, Math.Max(1, g.Height)),
        };
        WorkerPool.Run(g.Batch * job.Bands, ref job);
    }

    // A row of x lies under every stride-th row of the kernel. In this order those that serve one row of x follow each other.
    private static void SortKernelRows(in Conv2DGeometry g, int* order)
    {
        var count = 0;
        for (long phase = 0; count < g.KernelHeight; phase++)
        {
            // Without dilation the rows of a phase are known; with it Keras has no strides, so there is one phase.
            var step = g.DilationHeight == 1 ? g.StrideHeight : 1L;
            for (var ky = g.DilationHeight == 1 ? phase : 0; ky < g.KernelHeight; ky += step)
            {
                if (ky * g.DilationHeight % g.StrideHeight == phase) order[count++] = (int)ky;
            }
        }
    }

    // One chunk computes a band of rows of one image of dx.
    private struct Job : IChunkJob
    {
        public ConvShape Shape;
        public float* Dy, Weights, Zeros, Dx;
        public nint WeightsOfGroup;
        public int Lanes, Line, BandRows;
        public int* KernelRows;

        public readonly int Bands => (Shape.Geometry.Height + BandRows - 1) / BandRows;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int chunk)
        {
            var g = Shape.Geometry;
            int image = chunk / Bands, first = chunk % Bands * BandRows, end = Math.Min(first + BandRows, g.Height);
            using var lines = Scratch.Rent(((nint)g.OutputWidth * Lanes) + Panel.Widest);
            new Span<float>(lines.Pointer + ((nint)g.OutputWidth * Lanes), Panel.Widest).Clear();
            // Pointers are two floats each. Not on the stack: a kernel may be as large as memory.
            using var rowOffsets = Scratch.Rent((nint)g.KernelHeight * 2);
            using var linePieces = Scratch.Rent((nint)g.KernelWidth * 2);
            var offsets = (nint*)rowOffsets.Pointer;
            for (var row = first; row < end; row++)
            {
                var dx = Dx + (image * Shape.InputImage) + ((nint)row * g.Width * g.Channels);
                var used = FindRows(row, offsets, out var firstUsed);
                for (var group = 0; group < g.Groups; group++)
                {
                    for (var start = 0; start < Line;)
                    {
                        var panel = Panel.At(start, Line);
                        Multiply(image, group, panel, lines.Pointer, offsets, used, firstUsed);
                        start += panel.Columns;
                    }

                    AddUp(lines.Pointer, dx + (group * Shape.GroupChannels), (float**)linePieces.Pointer);
                }
            }
        }

        // The rows of dy that a row of x went into, as offsets, and the place of the first of their kernel rows in the sorted kernel.
        private readonly int FindRows(int row, nint* offsets, out int firstUsed)
        {
            var g = Shape.Geometry;
            var used = firstUsed = 0;
            for (var i = 0; i < g.KernelHeight; i++)
            {
                var distance = row + g.PadTop - (KernelRows[i] * g.DilationHeight);
                if (distance < 0 || distance % g.StrideHeight != 0 || distance / g.StrideHeight >= g.OutputHeight) continue;
                if (used == 0) firstUsed = i;
                offsets[used++] = (nint)(distance / g.StrideHeight) * g.OutputWidth * g.Filters;
            }

            return used;
        }

        private readonly void Multiply(int image, int group, Panel panel, float* lines, nint* offsets, int used, int firstUsed)
        {
            var g = Shape.Geometry;
            var packedRow = (nint)Shape.GroupFilters * panel.Lanes;
            var tile = new Tile
            {
                RowStride = g.Filters,
                StepA = 1,
                StepB = panel.Lanes,
                B = Weights + (group * WeightsOfGroup) + ((nint)panel.Start * g.KernelHeight * Shape.GroupFilters) + (firstUsed * packedRow),
                SegmentOffsets = offsets,
                Segments = used,
                Steps = Shape.GroupFilters,
                Init = Zeros,
                InitStride = 0,
                StrideC = Lanes,
                Columns = panel.Lanes,
            };
            var blocks = new RowBlocks(g.OutputWidth, panel.MaxRows);
            for (var block = 0; block < blocks.Count; block++)
            {
                var start = blocks.Start(block);
                tile.A = Dy + (image * Shape.OutputImage) + ((nint)start * g.Filters) + (group * Shape.GroupFilters);
                tile.C = lines + ((nint)start * Lanes) + panel.Start;
                MicroKernels.Strided(panel.Kind, blocks.Rows(block))(&tile);
            }
        }

        private readonly void AddUp(float* lines, float* dx, float** pieces)
        {
            var channels = Shape.GroupChannels;
            if (channels > 8 && Vector512.IsHardwareAccelerated) AddUp<Simd512, Vector512<float>>(lines, dx, pieces);
            else if (channels > 4 && Vector256.IsHardwareAccelerated) AddUp<Simd256, Vector256<float>>(lines, dx, pieces);
            else AddUp<Simd128, Vector128<float>>(lines, dx, pieces);
        }

        // For each pixel of x, the pieces of the lines that lie on it, from the left of the kernel to its right.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void AddUp<TSimd, TVector>(float* lines, float* dx, float** pieces)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            var g = Shape.Geometry;
            int channels = Shape.GroupChannels;
            for (var x = 0; x < g.Width; x++, dx += g.Channels)
            {
                var count = 0;
                for (var kx = 0; kx < g.KernelWidth; kx++)
                {
                    var distance = x + g.PadLeft - (kx * g.DilationWidth);
                    if (distance < 0) break;
                    var column = g.StrideWidth == 1 ? distance : distance / g.StrideWidth;
                    if (column < g.OutputWidth && column * g.StrideWidth == distance) pieces[count++] = lines + ((nint)column * Lanes) + (kx * channels);
                }

                // The lanes behind the last channel may spill into the pixels that follow, up to the end of the row.
                var mayStore = g.Groups == 1 ? (g.Width - x) * channels : channels;
                for (var channel = 0; channel < channels; channel += TSimd.Width)
                {
                    var sum = count > 0 ? TSimd.Load(pieces[0] + channel) : TSimd.Broadcast(0);
                    for (var i = 1; i < count; i++) sum = TSimd.Add(sum, TSimd.Load(pieces[i] + channel));
                    if (channel + TSimd.Width <= mayStore) TSimd.Store(sum, dx + channel);
                    else TSimd.StorePartial(sum, dx + channel, channels - channel);
                }
            }
        }
    }
}
