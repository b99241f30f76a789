namespace KerasSharp.Backends.Managed;

/// <summary>The rows of an image as a depthwise convolution reads them: padded, and each channel as often as it has kernels.</summary>
internal readonly unsafe struct DepthwiseRows
{
    private readonly ConvShape shape;
    private readonly int multiplier;

    public DepthwiseRows(in Conv2DGeometry g)
    {
        // A convolution whose channels are the filters: each kernel has a channel of its own.
        multiplier = g.Filters / g.Channels;
        shape = new ConvShape(g with { Channels = g.Filters, Groups = g.Filters });
    }

    /// <summary>The floats from one row to the next.</summary>
    public nint RowStride => shape.RowStride;

    /// <summary>The floats of working memory for the rows that some rows of y need; 0 where x can be read where it lies.</summary>
    public nint ScratchFor(int outputRows) => shape.NeedsPadding || multiplier > 1 ? shape.InputRowsFor(outputRows) * RowStride : 0;

    /// <summary>The rows of one image that the rows of y from <paramref name="first"/> on need: where they lie, or copied.</summary>
    public float* Read(float* image, int first, int outputRows, float* scratch)
    {
        var g = shape.Geometry;
        int top = (first * g.StrideHeight) - g.PadTop, rows = shape.InputRowsFor(outputRows);
        if (multiplier > 1) Spread(image, top, rows, scratch);
        else if (shape.NeedsPadding) PaddedRows.Copy(shape, image, top, rows, scratch);
        else return image + (top * RowStride);
        return scratch;
    }

    private void Spread(float* image, int top, int rows, float* target)
    {
        var g = shape.Geometry;
        int channels = g.Filters / multiplier, columns = (int)(RowStride / g.Filters);
        for (var row = top; row < top + rows; row++)
        {
            for (var column = -g.PadLeft; column < columns - g.PadLeft; column++, target += g.Filters)
            {
                if (row < 0 || row >= g.Height || column < 0 || column >= g.Width)
                {
                    new Span<float>(target, g.Filters).Clear();
                    continue;
                }

                var pixel = image + ((((nint)row * g.Width) + column) * channels);
                for (var channel = 0; channel < channels; channel++) new Span<float>(target + (channel * multiplier), multiplier).Fill(pixel[channel]);
            }
        }
    }
}
