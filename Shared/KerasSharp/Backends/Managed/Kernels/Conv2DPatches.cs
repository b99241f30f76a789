namespace KerasSharp.Backends.Managed;

/// <summary>
/// Convolution as a matrix product of patches: each row of the patch matrix holds what the kernel sees at one output pixel. It serves
/// short output rows, and convolutions whose patches are x itself (1 × 1 kernels, kernels as large as the image).
/// </summary>
internal static unsafe class Conv2DPatches
{
    private const int MaxPatchFloats = 1 << 21;

    /// <summary>Whether the patches lie in x side by side, so that nothing need be copied.</summary>
    public static bool AreInPlace(in Conv2DGeometry g)
    {
        var fits = g.Groups == 1 && g.PadTop == 0 && g.PadLeft == 0;
        var isPixel = g.KernelHeight == 1 && g.KernelWidth == 1 && g.StrideHeight == 1 && g.StrideWidth == 1
            && g.OutputHeight == g.Height && g.OutputWidth == g.Width;
        var isImage = g.OutputHeight == 1 && g.OutputWidth == 1 && g.KernelHeight == g.Height && g.KernelWidth == g.Width
            && g.DilationHeight == 1 && g.DilationWidth == 1;
        return fits && (isPixel || isImage);
    }

    /// <summary>See <see cref="Conv2D.Forward"/>.</summary>
    public static void Forward(in Conv2DGeometry g, float* x, float* kernel, float* bias, FusedActivation activation, float* y)
    {
        var shape = new ConvShape(g);
        using var patches = Scratch.Rent(PatchFloats(g, shape));
        for (var (image, count) = (0, ImagesAtOnce(g, shape)); image < g.Batch; image += count)
        {
            var images = Math.Min(count, g.Batch - image);
            for (var group = 0; group < g.Groups; group++)
            {
                var a = Gather(shape, x + (image * shape.InputImage), images, group, patches.Pointer);
                var filter = group * shape.GroupFilters;
                Gemm.Run(
                    false, false, images * g.OutputHeight * g.OutputWidth, shape.GroupFilters, shape.KernelSize, a, shape.KernelSize,
                    kernel + filter, g.Filters, y + (image * shape.OutputImage) + filter, g.Filters, bias == null ? null : bias + filter, false, activation);
            }
        }
    }

    /// <summary>See <see cref="Conv2D.GradientKernel"/>.</summary>
    public static void GradientKernel(in Conv2DGeometry g, float* x, float* dy, float* dkernel)
    {
        var shape = new ConvShape(g);
        using var patches = Scratch.Rent(PatchFloats(g, shape));
        for (var (image, count) = (0, ImagesAtOnce(g, shape)); image == 0 || image < g.Batch; image += count)
        {
            var images = Math.Min(count, g.Batch - image);
            for (var group = 0; group < g.Groups; group++)
            {
                var a = Gather(shape, x + (image * shape.InputImage), images, group, patches.Pointer);
                var filter = group * shape.GroupFilters;
                Gemm.Run(
                    true, false, shape.KernelSize, shape.GroupFilters, images * g.OutputHeight * g.OutputWidth, a, shape.KernelSize,
                    dy + (image * shape.OutputImage) + filter, g.Filters, dkernel + filter, g.Filters, null, accumulate: image > 0);
            }
        }
    }

    /// <summary>See <see cref="Conv2D.GradientInput"/>.</summary>
    public static void GradientInput(in Conv2DGeometry g, float* dy, float* kernel, float* dx)
    {
        var shape = new ConvShape(g);
        var inPlace = AreInPlace(g);
        using var patches = Scratch.Rent(PatchFloats(g, shape));
        for (var (image, count) = (0, ImagesAtOnce(g, shape)); image < g.Batch; image += count)
        {
            var images = Math.Min(count, g.Batch - image);
            for (var group = 0; group < g.Groups; group++)
            {
                var filter = group * shape.GroupFilters;
                var target = dx + (image * shape.InputImage);
                Gemm.Run(
                    false, true, images * g.OutputHeight * g.OutputWidth, shape.KernelSize, shape.GroupFilters, dy + (image * shape.OutputImage) + filter,
                    g.Filters, kernel + filter, g.Filters, inPlace ? target : patches.Pointer, shape.KernelSize);
                if (inPlace) continue;
                var job = new ScatterJob { Shape = shape, Patches = patches.Pointer, Dx = target, Group = group };
                WorkerPool.Run(images, ref job);
            }
        }
    }

    private static int ImagesAtOnce(in Conv2DGeometry g, in ConvShape shape) => AreInPlace(g)
        ? Math.Max(1, g.Batch)
        : (int)Math.Clamp(MaxPatchFloats / Math.Max(1, (long)g.OutputHeight * g.OutputWidth * shape.KernelSize), 1, Math.Max(1, g.Batch));

    private static nint PatchFloats(in Conv2DGeometry g, in ConvShape shape) =>
        AreInPlace(g) ? 0 : (nint)ImagesAtOnce(g, shape) * g.OutputHeight * g.OutputWidth * shape.KernelSize;

    private static float* Gather(in ConvShape shape, float* x, int images, int group, float* patches)
    {
        if (AreInPlace(shape.Geometry)) return x;
        var job = new GatherJob { Shape = shape, X = x, Patches = patches, Group = group };
        WorkerPool.Run(images, ref job);
        return patches;
    }

    // One chunk copies the patches of one image.
    private struct GatherJob : IChunkJob
    {
        public ConvShape Shape;
        public float* X, Patches;
        public int Group;

        public readonly void Run(int chunk)
        {
            var g = Shape.Geometry;
            int channels = Shape.GroupChannels;
            var image = X + (chunk * Shape.InputImage) + (Group * channels);
            var target = Patches + ((nint)chunk * g.OutputHeight * g.OutputWidth * Shape.KernelSize);
            for (var pixel = 0; pixel < g.OutputHeight * g.OutputWidth; pixel++)
            {
                int top = (pixel / g.OutputWidth * g.StrideHeight) - g.PadTop, left = (pixel % g.OutputWidth * g.StrideWidth) - g.PadLeft;
                for (var element = 0; element < g.KernelHeight * g.KernelWidth; element++, target += channels)
                {
                    int y = top + (element / g.KernelWidth * g.DilationHeight), x = left + (element % g.KernelWidth * g.DilationWidth);
                    if ((uint)y < (uint)g.Height && (uint)x < (uint)g.Width) Packing.Copy(image + ((((nint)y * g.Width) + x) * g.Channels), target, channels);
                    else new Span<float>(target, channels).Clear();
                }
            }
        }
    }

    // One chunk adds the patches of one image to where they came from.
    private struct ScatterJob : IChunkJob
    {
        public ConvShape Shape;
        public float* Patches, Dx;
        public int Group;

        public readonly void Run(int chunk)
        {
            var g = Shape.Geometry;
            int channels = Shape.GroupChannels;
            var image = Dx + (chunk * Shape.InputImage);
            if (Group == 0) new Span<float>(image, checked((int)Shape.InputImage)).Clear();
            image += Group * channels;
            var source = Patches + ((nint)chunk * g.OutputHeight * g.OutputWidth * Shape.KernelSize);
            for (var pixel = 0; pixel < g.OutputHeight * g.OutputWidth; pixel++)
            {
                int top = (pixel / g.OutputWidth * g.StrideHeight) - g.PadTop, left = (pixel % g.OutputWidth * g.StrideWidth) - g.PadLeft;
                for (var element = 0; element < g.KernelHeight * g.KernelWidth; element++, source += channels)
                {
                    int y = top + (element / g.KernelWidth * g.DilationHeight), x = left + (element % g.KernelWidth * g.DilationWidth);
                    if ((uint)y >= (uint)g.Height || (uint)x >= (uint)g.Width) continue;
                    var target = image + ((((nint)y * g.Width) + x) * g.Channels);
                    Vectors.Add(target, source, target, channels);
                }
            }
        }
    }
}
