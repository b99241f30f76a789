using KerasSharp.Backends;
using TorchSharp;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

// Convolutions. The engine's images are (n, h, w, c), libtorch's (n, c, h, w): a permutation gives libtorch a view in its channels_last
// format, without a copy. Keras's padding may differ on both sides, libtorch's does not: what is uneven is padded beforehand.
public sealed partial class TorchBackend
{
    /// <inheritdoc/>
    public void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor output)
        => Conv2D(geometry, x, kernel, null, FusedActivation.None, output);

    /// <inheritdoc/>
    public void Conv2D(in Conv2DGeometry geometry, Tensor x, Tensor kernel, Tensor? bias, FusedActivation activation, Tensor output)
    {
        if (IsEmpty(output, x, kernel))
        {
            if (bias is not null)
            {
                Binary(BinaryOp.Add, output, bias, output);
            }

            return;
        }

        using var scope = torch.NewDisposeScope();
        var result = Convolve(geometry, ToChannelsFirst(View(x)), ToFiltersFirst(View(kernel)), bias is null ? null : View(bias));
        Activate(activation, result);
        Set(output, ToChannelsLast(result));
    }

    /// <inheritdoc/>
    public void Conv2DGradientInput(in Conv2DGeometry geometry, Tensor dy, Tensor kernel, Tensor dx)
    {
        if (IsEmpty(dx, dy, kernel))
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        var g = geometry;

        // The transposed convolution gives all pixels that a window touches, those of the padding too; the others get zeros.
        var touched = torch.nn.functional.conv_transpose2d(
            ToChannelsFirst(View(dy)), ToFiltersFirst(View(kernel)), strides: [g.StrideHeight, g.StrideWidth], groups: g.Groups, dilation: [g.DilationHeight, g.DilationWidth]);
        var window = Window.Of(g);
        Set(dx, Pad(ToChannelsLast(touched), -g.PadTop, g.Height + g.PadTop - window.Height, -g.PadLeft, g.Width + g.PadLeft - window.Width));
    }

    /// <inheritdoc/>
    public void Conv2DGradientKernel(in Conv2DGeometry geometry, Tensor x, Tensor dy, Tensor dkernel)
    {
        if (IsEmpty(dkernel, x, dy))
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        if (geometry is { KernelHeight: 1, KernelWidth: 1 })
        {
            Set(dkernel, PointwiseKernelGradient(geometry, View(x), View(dy)));
            return;
        }

        // TorchSharp offers libtorch's kernel for this only through a recorded convolution. The result does not depend on the weights.
        using var recording = torch.enable_grad();
        var weights = torch.zeros([geometry.Filters, geometry.Channels / geometry.Groups, geometry.KernelHeight, geometry.KernelWidth], device: TorchLibrary.Device, requires_grad: true);
        var result = Convolve(geometry, ToChannelsFirst(View(x)), weights, null);
        var gradient = torch.autograd.grad([result], [weights], [ToChannelsFirst(View(dy))])[0];
        Set(dkernel, Copied(gradient.detach().permute(2, 3, 1, 0)));
    }

    /// <summary>libtorch refuses tensors without elements: whether there are none, and then the output holds zeros.</summary>
    private bool IsEmpty(Tensor output, Tensor a, Tensor b)
    {
        if (output.size > 0 && a.size > 0 && b.size > 0)
        {
            return false;
        }

        Fill(output, 0);
        return true;
    }

    // A window of one pixel: a product of matrices, the pixels under it times dy, group by group. The kernel that libtorch 2.10 has for this (of
    // oneDNN, for strides above 1 on AVX2) writes past its memory where channels are few, and ends the process.
    private static torch.Tensor PointwiseKernelGradient(in Conv2DGeometry g, torch.Tensor x, torch.Tensor dy)
    {
        var window = Window.Of(g);
        var padded = Pad(x, g.PadTop, window.Height - g.Height - g.PadTop, g.PadLeft, window.Width - g.Width - g.PadLeft);
        var under = padded.slice(1, 0, window.Height, g.StrideHeight).slice(2, 0, window.Width, g.StrideWidth);
        var places = (long)g.Batch * g.OutputHeight * g.OutputWidth;
        var pixels = under.reshape(places, g.Groups, g.Channels / g.Groups).permute(1, 2, 0);
        var gradient = pixels.matmul(dy.reshape(places, g.Groups, g.Filters / g.Groups).permute(1, 0, 2));
        return gradient.permute(1, 0, 2);
    }

    private static torch.Tensor Convolve(in Conv2DGeometry g, torch.Tensor x, torch.Tensor kernel, torch.Tensor? bias)
    {
        var window = Window.Of(g);
        int bottom = window.Height - g.Height - g.PadTop, right = window.Width - g.Width - g.PadLeft;
        var even = bottom <= g.PadTop && right <= g.PadLeft;
        var padded = even ? x : torch.nn.functional.pad(x, [g.PadLeft, Math.Max(0, right), g.PadTop, Math.Max(0, bottom)]);
        var y = torch.nn.functional.conv2d(
            padded, kernel, bias, [g.StrideHeight, g.StrideWidth], even ? [g.PadTop, g.PadLeft] : [0, 0], [g.DilationHeight, g.DilationWidth], g.Groups);
        return y.narrow(2, 0, g.OutputHeight).narrow(3, 0, g.OutputWidth);
    }

    private static torch.Tensor ToChannelsFirst(torch.Tensor x) => x.permute(0, 3, 1, 2);

    private static torch.Tensor ToChannelsLast(torch.Tensor x) => x.permute(0, 2, 3, 1);

    /// <summary>Keras's kernel (kh, kw, c, f) as libtorch's (f, c, kh, kw).</summary>
    private static torch.Tensor ToFiltersFirst(torch.Tensor kernel) => kernel.permute(3, 2, 0, 1);

    /// <summary>Pads images (n, h, w, c) with zeros, and cuts where a number is negative.</summary>
    private static torch.Tensor Pad(torch.Tensor x, int top, int bottom, int left, int right)
        => torch.nn.functional.pad(x, [0, 0, left, right, top, bottom]);

    /// <summary>The rows and columns from the first that any window touches to the last.</summary>
    private readonly record struct Window(int Height, int Width)
    {
        public static Window Of(in Conv2DGeometry g) => new(
            ((g.OutputHeight - 1) * g.StrideHeight) + ((g.KernelHeight - 1) * g.DilationHeight) + 1,
            ((g.OutputWidth - 1) * g.StrideWidth) + ((g.KernelWidth - 1) * g.DilationWidth) + 1);

        public static Window Of(in Pool2DGeometry g) => new(
            ((g.OutputHeight - 1) * g.StrideHeight) + g.PoolHeight, ((g.OutputWidth - 1) * g.StrideWidth) + g.PoolWidth);
    }
}
