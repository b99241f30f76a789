using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Ops;

/// <summary>A window that moves along one axis. A layer has one of these for each axis, whatever their number.</summary>
/// <param name="Length">The length of the input.</param>
/// <param name="Window">The number of elements that the window sees.</param>
/// <param name="Places">The length of the output.</param>
/// <param name="Stride">The step from one place to the next.</param>
/// <param name="Dilation">The step from one element of the window to the next.</param>
/// <param name="PadBefore">The zeros in front of the input.</param>
internal readonly record struct WindowAxis(int Length, int Window, int Places, int Stride, int Dilation, int PadBefore)
{
    /// <summary>An axis of length 1, which makes an image of a sequence.</summary>
    public static WindowAxis One { get; } = new(1, 1, 1, 1, 1, 0);

    /// <summary>The elements under all windows, from the first to the last, padding included.</summary>
    public int Reach => CheckedGeometry.Dimension(((Places - 1L) * Stride) + ((Window - 1L) * Dilation) + 1, "the reach of a window");

    /// <summary>The sizes of a convolution of images.</summary>
    public static Conv2DGeometry Convolution(int batch, WindowAxis rows, WindowAxis columns, int channels, int filters, int groups) => new(
        batch, rows.Length, columns.Length, channels, rows.Window, columns.Window, rows.Places, columns.Places, filters,
        rows.Stride, columns.Stride, rows.Dilation, columns.Dilation, rows.PadBefore, columns.PadBefore, groups);

    /// <summary>The sizes of a pooling of images.</summary>
    public static Pool2DGeometry Pooling(int batch, WindowAxis rows, WindowAxis columns, int channels) => new(
        batch, rows.Length, columns.Length, channels, rows.Window, columns.Window, rows.Places, columns.Places, rows.Stride, columns.Stride, rows.PadBefore, columns.PadBefore);
}
