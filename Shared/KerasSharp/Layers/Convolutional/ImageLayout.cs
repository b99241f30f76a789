using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>Where images, sequences and volumes have their channels. The kernels take them last; <c>channels_first</c> is moved there and back.</summary>
internal static class ImageLayout
{
    /// <summary>(n, c, h, w) → (n, h, w, c), and likewise with other numbers of axes.</summary>
    public static Tensor ToChannelsLast(Tensor x) => keras.ops.transpose(x, (int[])[0, .. Enumerable.Range(2, x.ndim - 2), 1]);

    /// <summary>(n, h, w, c) → (n, c, h, w), and likewise with other numbers of axes.</summary>
    public static Tensor ToChannelsFirst(Tensor x) => keras.ops.transpose(x, (int[])[0, x.ndim - 1, .. Enumerable.Range(1, x.ndim - 2)]);
}
