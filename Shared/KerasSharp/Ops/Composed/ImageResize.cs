using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp;

/// <summary>Images of another size, by TensorFlow's methods: one axis after the other, each place a weighted sum of some places of the input.</summary>
internal static class ImageResize
{
    /// <summary>The methods, in TensorFlow's order.</summary>
    public static readonly string[] Methods = ["bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5", "gaussian", "mitchellcubic"];

    /// <summary>Images (n, h, w, c) of the given height and width. The nearest keeps the type; all others give float32.</summary>
    /// <param name="images">The images.</param>
    /// <param name="height">The new height.</param>
    /// <param name="width">The new width.</param>
    /// <param name="method">One of <see cref="Methods"/>.</param>
    public static Tensor Run(Tensor images, int height, int width, string method)
    {
        if (method == "nearest")
        {
            return Nearest(Nearest(images, 1, height), 2, width);
        }

        // As in TensorFlow, a picture that has the size already stays what it is, even where the method would smooth it.
        var x = images.dtype == DType.Float32 ? images : ops.cast(images, DType.Float32);
        return height == x.dim(1) && width == x.dim(2) ? x : Weighted(Weighted(x, 1, height, method), 2, width, method);
    }

    /// <summary>The middle of the image with the proportions of a size, in this size.</summary>
    public static Tensor Smart(Tensor images, int height, int width, string method)
    {
        int rows = images.dim(1), columns = images.dim(2);
        int cropRows = Math.Min(rows, (int)((float)(columns * (long)height) / width)), cropColumns = Math.Min(columns, (int)((float)(rows * (long)width) / height));
        var middle = ops.slice(
            images, [0, (int)((float)(rows - cropRows) / 2), (int)((float)(columns - cropColumns) / 2), 0], [images.dim(0), cropRows, cropColumns, images.dim(3)]);
        return Run(middle, height, width, method);
    }

    private static Tensor Nearest(Tensor x, int axis, int length)
    {
        var whole = x.dim(axis);
        var scale = whole / (float)length;
        int[] places = [.. Enumerable.Range(0, length).Select(i => Math.Clamp((int)MathF.Floor((i + 0.5f) * scale), 0, whole - 1))];
        return length == whole ? x : ops.take(x, Tensor.FromBeside<int>(x, places, length), axis);
    }

    private static Tensor Weighted(Tensor x, int axis, int length, string method)
    {
        var taps = ImageTaps.Of(method, x.dim(axis), length);
        var across = axis == 1 ? new[] { length, 1, 1 } : [length, 1];
        Tensor? sum = null;
        for (var k = 0; k < taps.Count; k++)
        {
            var part = ops.take(x, Tensor.FromBeside<int>(x, taps.Places(k), length), axis) * Tensor.FromBeside<float>(x, taps.Weights(k), across);
            sum = sum is null ? part : ops.add(sum, part);
        }

        return sum!;
    }
}
