using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// The gradient by the kernel: the rows of a tile are elements of the kernel, its steps the pixels of an image. The batch is cut into a
/// number of parts that depends only on the sizes; each sums its images, and the parts are added in order.
/// </summary>
internal static unsafe class Conv2DGradientKernel
{
    private const int MaxParts = 32;
    private const int MaxSums = 1 << 21;

    /// <summary>See <see cref="Conv2D.GradientKernel"/>.</summary>
    public static void Run(in Conv2DGeometry g, float* x, float* dy, float* dkernel)
    {
        var shape = new ConvShape(g);
        var lanes = Panel.TotalLanes(shape.GroupFilters);
        var sumsOfGroup = (nint)shape.KernelSize * lanes;
        var sums = sumsOfGroup * g.Groups;
        var parts = (int)Math.Clamp(MaxSums / Math.Max(1, sums), 1, Math.Min(MaxParts, Math.Max(1, g.Batch)));
        using var partial = Scratch.Rent(sums * parts);
        using var offsets = Scratch.Rent((nint)g.OutputHeight * 2);
        for (var row = 0; row < g.OutputHeight; row++) ((nint*)offsets.Pointer)[row] = row * g.StrideHeight * shape.RowStride;
        var job = new Job
        {
            Shape = shape,
            X = x,
            Dy = dy,
            Sums = partial.Pointer,
            SumsOfGroup = sumsOfGroup,
            SumsOfPart = sums,
            Lanes = lanes,
            Parts = parts,
            Panels = Panel.Count(shape.GroupFilters),
            Offsets = (nint*)offsets.Pointer,
        };
        WorkerPool.Run(parts * g.Groups * job.Panels, ref job);
        for (var group = 0; group < g.Groups; group++)
        {
            for (var row = 0; row < shape.KernelSize; row++)
            {
                var source = partial.Pointer + (group * sumsOfGroup) + ((nint)row * lanes);
                for (var part = 1; part < parts; part++) Vectors.Add(source, source + (part * sums), source, shape.GroupFilters);
                Packing.Copy(source, dkernel + ((nint)row * g.Filters) + (group * shape.GroupFilters), shape.GroupFilters);
            }
        }
    }

    // One chunk sums one panel of filters over one part of the batch.
    private struct Job : IChunkJob
    {
        public ConvShape Shape;
        public float* X, Dy, Sums;
        public nint SumsOfGroup, SumsOfPart;
        public nint* Offsets;
        public int Lanes, Parts, Panels;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int chunk)
        {
            var g = Shape.Geometry;
            int part = chunk / (g.Groups * Panels), group = chunk / Panels % g.Groups;
            var panel = Panel.Nth(chunk % Panels, Shape.GroupFilters);
            var sums = Sums + (part * SumsOfPart) + (group * SumsOfGroup) + panel.Start;
            for (var row = 0; row < Shape.KernelSize; row++) new Span<float>(sums + ((nint)row * Lanes), panel.Lanes).Clear();

            var column = (group * Shape.GroupFilters) + panel.Start;
            using var padded = Scratch.Rent(Shape.NeedsPadding ? Shape.InputRows * Shape.RowStride : 0);
            using var lastDy = Scratch.Rent(column + panel.Lanes > g.Filters ? Shape.OutputImage + panel.Lanes : 0);
            int end = (int)((long)g.Batch * (part + 1) / Parts);
            for (var image = (int)((long)g.Batch * part / Parts); image < end; image++)
            {
                var x = X + (image * Shape.InputImage);
                if (Shape.NeedsPadding) PaddedRows.Copy(Shape, x, -g.PadTop, Shape.InputRows, padded.Pointer);
                var dy = Dy + (image * Shape.OutputImage);
                if (image == g.Batch - 1 && column + panel.Lanes > g.Filters)
                {
                    // Lanes without a filter read on into the next pixel; behind the last pixel there may be no memory to read.
                    Buffer.MemoryCopy(dy, lastDy.Pointer, Shape.OutputImage * sizeof(float), Shape.OutputImage * sizeof(float));
                    new Span<float>(lastDy.Pointer + Shape.OutputImage, panel.Lanes).Clear();
                    dy = lastDy.Pointer;
                }

                Add((Shape.NeedsPadding ? padded.Pointer : x) + (group * Shape.GroupChannels), dy + column, panel, sums);
            }
        }

        // Adds one image. The elements of the kernel come in runs of neighbours; short runs are taken several at a time.
        private readonly void Add(float* x, float* dy, Panel panel, float* sums)
        {
            var g = Shape.Geometry;
            var lines = Shape.IsRowContiguous ? 1 : g.KernelHeight;
            var runs = Shape.IsRowContiguous ? g.KernelHeight : g.KernelWidth;
            var run = Shape.KernelSize / (lines * runs);
            var runStride = Shape.IsRowContiguous ? g.DilationHeight * Shape.RowStride : (nint)g.DilationWidth * g.Channels;
            var tile = new Tile
            {
                GroupStride = runStride,
                StepA = (nint)g.StrideWidth * g.Channels,
                B = dy,
                StepB = g.Filters,
                SegmentOffsets = Offsets,
                Segments = g.OutputHeight,
                Steps = g.OutputWidth,
                InitStride = Lanes,
                StrideC = Lanes,
                Columns = panel.Lanes,
            };
            var together = new RowBlocks(runs, Math.Clamp(panel.MaxUnitRows / run, 1, MicroKernels.MaxGroups));
            var pieces = new RowBlocks(run, panel.MaxRows);
            for (var line = 0; line < lines; line++)
            {
                for (var block = 0; block < together.Count; block++)
                {
                    int start = together.Start(block), count = together.Rows(block);
                    for (var piece = 0; piece < (count > 1 ? 1 : pieces.Count); piece++)
                    {
                        int first = count > 1 ? 0 : pieces.Start(piece), rows = count > 1 ? count * run : pieces.Rows(piece);
                        tile.A = x + (line * g.DilationHeight * Shape.RowStride) + (start * runStride) + first;
                        tile.C = tile.Init = sums + ((((((nint)line * runs) + start) * run) + first) * Lanes);
                        MicroKernels.Unit(panel.Kind, rows, count > 1 ? run : rows)(&tile);
                    }
                }
            }
        }
    }
}
