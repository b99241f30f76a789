using KerasSharp.Backends;
using TorchSharp;
using Tensor = KerasSharp.Engine.Tensor;

namespace KerasSharp.Torch;

// Pooling. Padding counts in neither a maximum nor an average: it is -∞ for the one, and not divided by for the other.
public sealed partial class TorchBackend
{
    /// <inheritdoc/>
    public void Pool2D(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor output)
    {
        if (IsEmpty(output, x, x))
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        var g = geometry;
        if (op == PoolOp.Max)
        {
            Set(output, ToChannelsLast(torch.nn.functional.max_pool2d(
                Windows(g, View(x), double.NegativeInfinity), kernel_size: [g.PoolHeight, g.PoolWidth], strides: [g.StrideHeight, g.StrideWidth])));
            return;
        }

        var mean = ToChannelsLast(torch.nn.functional.avg_pool2d(Windows(g, View(x), 0), [g.PoolHeight, g.PoolWidth], [g.StrideHeight, g.StrideWidth]));
        Set(output, IsPadded(g) ? mean.mul(g.PoolHeight * g.PoolWidth).mul(Shares(g)) : mean);
    }

    /// <inheritdoc/>
    public void Pool2DGradient(PoolOp op, in Pool2DGeometry geometry, Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        if (IsEmpty(dx, dy, dy))
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        var g = geometry;
        var window = Window.Of(g);
        var touched = op == PoolOp.Max ? MaxGradient(g, window, View(x), View(dy)) : AverageGradient(g, window, View(dy));
        Set(dx, Pad(touched, -g.PadTop, g.Height + g.PadTop - window.Height, -g.PadLeft, g.Width + g.PadLeft - window.Width));
    }

    /// <inheritdoc/>
    public void Pool2DSelect(in Pool2DGeometry geometry, Tensor x, Tensor values, Tensor output)
    {
        if (IsEmpty(output, x, x))
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        var g = geometry;
        var (largest, places) = Largest(g, View(x));
        var outputs = (long)g.OutputHeight * g.OutputWidth;
        var padded = Windows(g, View(values), 0);
        var picked = padded.reshape(g.Batch, g.Channels, padded.shape[2] * padded.shape[3])
            .gather(2, places.reshape(g.Batch, g.Channels, outputs)).view(g.Batch, g.Channels, g.OutputHeight, g.OutputWidth);
        Set(output, ToChannelsLast(torch.where(largest.isnan(), torch.zeros_like(picked), picked)));
    }

    private static (torch.Tensor Values, torch.Tensor Places) Largest(in Pool2DGeometry g, torch.Tensor x)
        => torch.nn.functional.max_pool2d_with_indices(Windows(g, x, double.NegativeInfinity), [g.PoolHeight, g.PoolWidth], [g.StrideHeight, g.StrideWidth]);

    // libtorch tells where each maximum stood (the first of equals); the gradient goes there.
    private static torch.Tensor MaxGradient(in Pool2DGeometry g, Window window, torch.Tensor x, torch.Tensor dy)
    {
        var (_, places) = Largest(g, x);
        var outputs = (long)g.OutputHeight * g.OutputWidth;
        var touched = torch.zeros([g.Batch, g.Channels, (long)window.Height * window.Width], device: dy.device);
        touched.scatter_add_(2, places.reshape(g.Batch, g.Channels, outputs), ToChannelsFirst(dy).reshape(g.Batch, g.Channels, outputs));
        return ToChannelsLast(touched.view(g.Batch, g.Channels, window.Height, window.Width));
    }

    // Every pixel of a window gets the same share; the loop goes over the pixels of a window, not over the windows.
    private static torch.Tensor AverageGradient(in Pool2DGeometry g, Window window, torch.Tensor dy)
    {
        var share = IsPadded(g) ? dy.mul(Shares(g)) : dy.div(g.PoolHeight * g.PoolWidth);
        var touched = torch.zeros([g.Batch, window.Height, window.Width, g.Channels], device: dy.device);
        for (var row = 0; row < g.PoolHeight; row++)
        {
            for (var column = 0; column < g.PoolWidth; column++)
            {
                touched.slice(1, row, row + ((long)(g.OutputHeight - 1) * g.StrideHeight) + 1, g.StrideHeight)
                    .slice(2, column, column + ((long)(g.OutputWidth - 1) * g.StrideWidth) + 1, g.StrideWidth).add_(share);
            }
        }

        return touched;
    }

    /// <summary>The pixels that windows touch, and only these, in libtorch's order of axes.</summary>
    private static torch.Tensor Windows(in Pool2DGeometry g, torch.Tensor x, double padding)
    {
        var window = Window.Of(g);
        int bottom = window.Height - g.Height - g.PadTop, right = window.Width - g.Width - g.PadLeft;
        return bottom == 0 && right == 0 && g.PadTop == 0 && g.PadLeft == 0
            ? ToChannelsFirst(x)
            : torch.nn.functional.pad(ToChannelsFirst(x), [g.PadLeft, right, g.PadTop, bottom], PaddingModes.Constant, padding);
    }

    private static bool IsPadded(in Pool2DGeometry g)
    {
        var window = Window.Of(g);
        return g.PadTop > 0 || g.PadLeft > 0 || window.Height > g.Height || window.Width > g.Width;
    }

    /// <summary>1 / the number of pixels that exist, of each window: (1, oh, ow, 1).</summary>
    private static torch.Tensor Shares(in Pool2DGeometry g)
    {
        var shares = new float[g.OutputHeight * g.OutputWidth];
        for (var row = 0; row < g.OutputHeight; row++)
        {
            var rows = Existing((row * g.StrideHeight) - g.PadTop, g.PoolHeight, g.Height);
            for (var column = 0; column < g.OutputWidth; column++)
            {
                shares[(row * g.OutputWidth) + column] = 1f / (rows * Existing((column * g.StrideWidth) - g.PadLeft, g.PoolWidth, g.Width));
            }
        }

        return torch.tensor(shares, [1, g.OutputHeight, g.OutputWidth, 1], device: TorchLibrary.Device);
    }

    private static int Existing(int start, int length, int size) => Math.Min(start + length, size) - Math.Max(start, 0);
}
