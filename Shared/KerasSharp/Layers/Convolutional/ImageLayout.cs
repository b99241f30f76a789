using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>Where images have their channels. The kernels take them last; <c>channels_first</c> is moved there and back.</summary>
internal static class ImageLayout
{
    private static readonly IntTuple Last = new[] { 0, 2, 3, 1 };
    private static readonly IntTuple First = new[] { 0, 3, 1, 2 };

    /// <summary>(n, c, h, w) → (n, h, w, c).</summary>
    public static Tensor ToChannelsLast(Tensor x) => keras.ops.transpose(x, Last);

    /// <summary>(n, h, w, c) → (n, c, h, w).</summary>
    public static Tensor ToChannelsFirst(Tensor x) => keras.ops.transpose(x, First);
}
