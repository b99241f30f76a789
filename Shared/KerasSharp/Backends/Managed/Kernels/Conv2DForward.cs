using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>The forward pass, read straight from x: the rows of a tile are neighbouring output pixels, its steps the elements under the kernel.</summary>
internal static unsafe class Conv2DForward
{
    // The floats of x that one piece of work covers: a part of the level-2 cache, and work for several microseconds.
    private const int BandFloats = 64 * 1024;

    /// <summary>See <see cref="Conv2D.Forward"/>.</summary>
    public static void Run(in Conv2DGeometry g, float* x, float* kernel, float* bias, FusedActivation activation, float* y)
    {
        var shape = new ConvShape(g);
        var lanes = Panel.TotalLanes(shape.GroupFilters);
        var weightsOfGroup = (nint)shape.KernelSize * lanes;
        using var weights = Scratch.Rent(weightsOfGroup * g.Groups);
        using var padded = Scratch.Rent((nint)lanes * g.Groups);
        var segments = shape.IsRowContiguous ? g.KernelHeight : g.KernelHeight * g.KernelWidth;
        using var offsets = Scratch.Rent((nint)segments * 2);
        var table = (nint*)offsets.Pointer;
        for (var i = 0; i < segments; i++)
        {
            int ky = shape.IsRowContiguous ? i : i / g.KernelWidth, kx = shape.IsRowContiguous ? 0 : i % g.KernelWidth;
            table[i] = (ky * g.DilationHeight * shape.RowStride) + ((nint)kx * g.DilationWidth * g.Channels);
        }

        for (var group = 0; group < g.Groups; group++)
        {
            var first = group * shape.GroupFilters;
            Packing.PadBias(bias == null ? null : bias + first, shape.GroupFilters, padded.Pointer + ((nint)group * lanes));
            for (var start = 0; start < shape.GroupFilters;)
            {
                var panel = Panel.At(start, shape.GroupFilters);
                var target = weights.Pointer + (group * weightsOfGroup) + ((nint)start * shape.KernelSize);
                Packing.Rows(kernel + first + start, g.Filters, shape.KernelSize, panel.Columns, panel.Lanes, target);
                start += panel.Columns;
            }
        }

        var rowFloats = Math.Max(1, (long)g.StrideHeight * shape.RowStride);
        var job = new Job
        {
            Shape = shape,
            X = x,
            Weights = weights.Pointer,
            WeightsOfGroup = weightsOfGroup,
            Bias = padded.Pointer,
            Lanes = lanes,
            Offsets = table,
            Segments = segments,
            Activation = activation,
            Y = y,
            BandRows = (int)Math.Clamp(BandFloats / rowFloats, 1, g.OutputHeight),
        };
        WorkerPool.Run(g.Batch * job.Bands, ref job);
    }

    // One chunk computes a band of rows of one image.
    private struct Job : IChunkJob
    {
        public ConvShape Shape;
        public float* X, Weights, Bias, Y;
        public nint WeightsOfGroup;
        public nint* Offsets;
        public int Segments, Lanes, BandRows;
        public FusedActivation Activation;

        public readonly int Bands => (Shape.Geometry.OutputHeight + BandRows - 1) / BandRows;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int chunk)
        {
            var g = Shape.Geometry;
            int image = chunk / Bands, first = chunk % Bands * BandRows, rows = Math.Min(BandRows, g.OutputHeight - first);
            int firstInput = (first * g.StrideHeight) - g.PadTop, inputRows = Shape.InputRowsFor(rows);
            using var copy = Scratch.Rent(Shape.NeedsPadding ? inputRows * Shape.RowStride : 0);
            var x = X + (image * Shape.InputImage);
            if (Shape.NeedsPadding) PaddedRows.Copy(Shape, x, firstInput, inputRows, copy.Pointer);
            x = Shape.NeedsPadding ? copy.Pointer : x + (firstInput * Shape.RowStride);
            var y = Y + (image * Shape.OutputImage) + ((nint)first * g.OutputWidth * g.Filters);
            for (var group = 0; group < g.Groups; group++)
            {
                for (var start = 0; start < Shape.GroupFilters;)
                {
                    var panel = Panel.At(start, Shape.GroupFilters);
                    Compute(x + (group * Shape.GroupChannels), y + (group * Shape.GroupFilters) + start, group, panel, rows);
                    start += panel.Columns;
                }
            }

            ActivationKernels.Apply(Activation, y, y, (nint)rows * g.OutputWidth * g.Filters);
        }

        private readonly void Compute(float* x, float* y, int group, Panel panel, int rows)
        {
            var g = Shape.Geometry;
            nint pixel = (nint)g.StrideWidth * g.Channels;
            var tile = new Tile
            {
                RowStride = pixel,
                StepA = 1,
                StepB = panel.Lanes,
                B = Weights + (group * WeightsOfGroup) + ((nint)panel.Start * Shape.KernelSize),
                SegmentOffsets = Offsets,
                Segments = Segments,
                Steps = Shape.KernelSize / Segments,
                Init = Bias + ((nint)group * Lanes) + panel.Start,
                InitStride = 0,
                StrideC = g.Filters,
                Columns = panel.Columns,
            };

            // Where one panel holds all filters, its idle lanes may spill into the next pixels, which are written after them: a whole
            // register is stored faster than a part of it. Only the last tile must keep to its place.
            if (panel.Columns == g.Filters) tile.Columns = panel.Lanes;
            var blocks = new RowBlocks(g.OutputWidth, panel.MaxRows);
            delegate*<Tile*, void> large = MicroKernels.Strided(panel.Kind, blocks.Rows(0)), small = MicroKernels.Strided(panel.Kind, blocks.Rows(blocks.Count - 1));
            for (var row = 0; row < rows; row++)
            {
                for (var block = 0; block < blocks.Count; block++)
                {
                    var start = blocks.Start(block);
                    tile.A = x + (row * g.StrideHeight * Shape.RowStride) + (start * pixel);
                    tile.C = y + ((((nint)row * g.OutputWidth) + start) * g.Filters);
                    if (row == rows - 1 && block == blocks.Count - 1) tile.Columns = panel.Columns;
                    (blocks.Rows(block) == blocks.Rows(0) ? large : small)(&tile);
                }
            }
        }
    }
}
