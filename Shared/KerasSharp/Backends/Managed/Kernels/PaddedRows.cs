namespace KerasSharp.Backends.Managed;

/// <summary>Copies of image rows with their padding, for kernels that know nothing of edges.</summary>
internal static unsafe class PaddedRows
{
    /// <summary>
    /// Copies <paramref name="rows"/> rows of an image, from row <paramref name="firstRow"/> (negative above the image), each as wide as
    /// the convolution reads it.
    /// </summary>
    public static void Copy(in ConvShape shape, float* image, int firstRow, int rows, float* target)
    {
        var g = shape.Geometry;
        var stride = shape.RowStride;
        int left = Math.Min(g.PadLeft, shape.InputColumns), inside = Math.Clamp(shape.InputColumns - left, 0, g.Width);
        int leftFloats = left * g.Channels, insideFloats = inside * g.Channels, rightFloats = (int)stride - leftFloats - insideFloats;
        for (var row = firstRow; row < firstRow + rows; row++, target += stride)
        {
            if (row < 0 || row >= g.Height)
            {
                new Span<float>(target, (int)stride).Clear();
                continue;
            }

            new Span<float>(target, leftFloats).Clear();
            Packing.Copy(image + ((nint)row * g.Width * g.Channels), target + leftFloats, insideFloats);
            new Span<float>(target + leftFloats + insideFloats, rightFloats).Clear();
        }
    }
}
