using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Ops;

/// <summary>Sizes of convolutions from shapes, strides and the word for the padding.</summary>
internal static class WindowGeometry
{
    /// <summary>The geometry of a convolution of images (n, h, w, c) with a kernel (kh, kw, c / groups, filters).</summary>
    /// <param name="image">The shape of the images.</param>
    /// <param name="kernel">The shape of the kernel.</param>
    /// <param name="strides">Rows and columns from one place of the window to the next.</param>
    /// <param name="same">Whether to pad so that stride 1 keeps the size.</param>
    /// <param name="dilations">Rows and columns from one element of the window to the next.</param>
    /// <param name="groups">Into how many groups the channels are cut.</param>
    /// <exception cref="ValueError">The shapes do not fit.</exception>
    public static Conv2DGeometry Convolution(int[] image, int[] kernel, (int Rows, int Columns) strides, bool same, (int Rows, int Columns) dilations, int groups = 1)
    {
        if (image.Length != 4 || kernel.Length != 4 || image[3] != kernel[2] * (long)groups)
        {
            throw new ValueError("A convolution expects images (n, h, w, channels) and a kernel (kh, kw, channels / groups, filters). "
                + $"Received: shapes {Shapes.Text(image)} and {Shapes.Text(kernel)} with groups={groups}");
        }

        if (strides.Rows < 1 || strides.Columns < 1 || dilations.Rows < 1 || dilations.Columns < 1)
        {
            throw new ValueError($"Strides and dilations are at least 1. Received: strides={strides}, dilations={dilations}");
        }

        var (dh, dw) = (CheckedGeometry.Dilation(image[1], kernel[0], same, dilations.Rows), CheckedGeometry.Dilation(image[2], kernel[1], same, dilations.Columns));
        return new(
            image[0], image[1], image[2], image[3], kernel[0], kernel[1],
            CheckedGeometry.OutputLength(image[1], kernel[0], same, strides.Rows, dh), CheckedGeometry.OutputLength(image[2], kernel[1], same, strides.Columns, dw),
            kernel[3], strides.Rows, strides.Columns, dh, dw,
            same ? CheckedGeometry.PadBefore(image[1], kernel[0], strides.Rows, dh) : 0, same ? CheckedGeometry.PadBefore(image[2], kernel[1], strides.Columns, dw) : 0,
            groups);
    }
}
