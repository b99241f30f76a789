using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>
/// Convolutions over one, two or three axes, by the one over two. A sequence is an image of one row. In a volume the slices under the
/// kernel's depth lie behind one another as channels, so that one convolution of images sums over all three axes.
/// </summary>
internal static class Convolutions
{
    /// <summary>x (n, spatial…, c) and kernel (window…, c / groups, f) give (n, places…, f), then bias (f,) and activation.</summary>
    public static Tensor Run(Tensor x, Tensor kernel, Tensor? bias, WindowAxis[] axes, int groups, FusedActivation activation)
    {
        var (batch, channels, filters) = (x.dim(0), x.dim(-1), kernel.dim(-1));
        if (axes.Length == 2)
        {
            return ops.conv2d(WindowAxis.Convolution(batch, axes[0], axes[1], channels, filters, groups), x, kernel, bias, activation);
        }

        if (axes.Length == 1)
        {
            var geometry = WindowAxis.Convolution(batch, WindowAxis.One, axes[0], channels, filters, groups);
            return ops.squeeze(ops.conv2d(geometry, ops.expand_dims(x, 1), ops.expand_dims(kernel, 0), bias, activation), 1);
        }

        var (depth, rows, columns) = (axes[0], axes[1], axes[2]);
        var sliced = WindowAxis.Convolution(
            batch * depth.Places, rows, columns, CheckedGeometry.Dimension((long)channels * depth.Window, "the channels of a volume's slices"), filters, groups);
        var y = ops.conv2d(sliced, VolumeSlices.Gather(x, depth, groups), VolumeSlices.Kernel(kernel), bias, activation);
        return ops.reshape(y, batch, depth.Places, rows.Places, columns.Places, filters);
    }

    /// <summary>
    /// Each channel convolved on its own: x (n, spatial…, c) and kernel (window…, c, m) give (n, places…, c · m), then bias and activation. It
    /// is the convolution with one group per channel.
    /// </summary>
    public static Tensor Depthwise(Tensor x, Tensor kernel, Tensor? bias, WindowAxis[] axes, FusedActivation activation)
    {
        var filters = CheckedGeometry.Dimension((long)kernel.dim(-2) * kernel.dim(-1), "the filters");
        return Run(x, ops.reshape(kernel, [.. kernel.Dims[..^2], 1, filters]), bias, axes, kernel.dim(-2), activation);
    }

    /// <summary>
    /// The gradient of a convolution as a forward pass: x (n, places…, c) and kernel (window…, f, c) give (n, lengths…, f), where
    /// <paramref name="axes"/> are the convolution's.
    /// </summary>
    public static Tensor Transpose(Tensor x, Tensor kernel, WindowAxis[] axes)
    {
        var (batch, channels, filters) = (x.dim(0), x.dim(-1), kernel.dim(-2));
        if (axes.Length == 2)
        {
            return Images(x, kernel, WindowAxis.Convolution(batch, axes[0], axes[1], filters, channels, 1));
        }

        if (axes.Length == 1)
        {
            var geometry = WindowAxis.Convolution(batch, WindowAxis.One, axes[0], filters, channels, 1);
            return ops.squeeze(Images(ops.expand_dims(x, 1), ops.expand_dims(kernel, 0), geometry), 1);
        }

        var (depth, rows, columns) = (axes[0], axes[1], axes[2]);
        var sliced = WindowAxis.Convolution(
            batch * depth.Places, rows, columns, CheckedGeometry.Dimension((long)filters * depth.Window, "the filters of a volume's slices"), channels, 1);
        var images = Images(ops.reshape(x, batch * depth.Places, rows.Places, columns.Places, channels), VolumeSlices.Kernel(kernel), sliced);
        return VolumeSlices.Scatter(ops.reshape(images, batch, depth.Places, rows.Length, columns.Length, depth.Window, filters), depth);
    }

    private static Tensor Images(Tensor dy, Tensor kernel, in Conv2DGeometry g)
    {
        CheckedGeometry.Check(g);
        return new Conv2DGradientInput(g, [g.Batch, g.Height, g.Width, g.Channels]).apply(dy, kernel);
    }
}
