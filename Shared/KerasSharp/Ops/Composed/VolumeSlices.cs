using KerasSharp.Engine;
using KerasSharp.Ops;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Volumes as images whose channels are the slices under a window's depth, and back.</summary>
internal static class VolumeSlices
{
    /// <summary>
    /// (n, d, h, w, c) → (n · places, h, w, window · c): for each place along the depth all slices that the window sees. In each group of
    /// channels the slices follow one another.
    /// </summary>
    public static Tensor Gather(Tensor x, WindowAxis depth, int groups)
    {
        var (batch, height, width, channels) = (x.dim(0), x.dim(2), x.dim(3), x.dim(4));
        var behind = Math.Max(0, depth.Reach - depth.PadBefore - depth.Length);
        if (depth.PadBefore > 0 || behind > 0)
        {
            x = ops.pad(x, new int[,] { { 0, 0 }, { depth.PadBefore, behind }, { 0, 0 }, { 0, 0 }, { 0, 0 } });
        }

        var slices = new Tensor[depth.Window];
        for (var i = 0; i < slices.Length; i++)
        {
            var slice = ops.strided_slice(x, [0, i * depth.Dilation, 0, 0, 0], [1, depth.Stride, 1, 1, 1], [batch, depth.Places, height, width, channels]);
            slices[i] = ops.reshape(slice, batch * depth.Places, height, width, groups, 1, channels / groups);
        }

        return ops.reshape(ops.concatenate(slices, axis: 4), batch * depth.Places, height, width, depth.Window * channels);
    }

    /// <summary>A kernel (depth, height, width, c, f) for such images: (height, width, depth · c, f).</summary>
    public static Tensor Kernel(Tensor kernel) => ops.reshape(
        ops.transpose(kernel, new[] { 1, 2, 0, 3, 4 }), kernel.dim(1), kernel.dim(2), kernel.dim(0) * kernel.dim(3), kernel.dim(4));

    /// <summary>The adjoint of <see cref="Gather"/>: (n, places, h, w, window, c) → (n, d, h, w, c), where slices that meet are added.</summary>
    public static Tensor Scatter(Tensor slices, WindowAxis depth)
    {
        var (batch, height, width, channels) = (slices.dim(0), slices.dim(2), slices.dim(3), slices.dim(5));
        var length = Math.Max(depth.Reach, depth.PadBefore + depth.Length);
        Tensor? sum = null;
        for (var i = 0; i < depth.Window; i++)
        {
            var slice = ops.strided_slice(slices, [0, 0, 0, 0, i, 0], [1, 1, 1, 1, 1, 1], [batch, depth.Places, height, width, 1, channels]);
            var placed = new Embed([0, i * depth.Dilation, 0, 0, 0], [1, depth.Stride, 1, 1, 1], [batch, length, height, width, channels], 0).apply(ops.squeeze(slice, 4));
            sum = sum is null ? placed : ops.add(sum, placed);
        }

        return length == depth.Length ? sum! : ops.slice(sum!, [0, depth.PadBefore, 0, 0, 0], [batch, depth.Length, height, width, channels]);
    }
}
