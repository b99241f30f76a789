using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The middle of images: (…, h, w, channels) → (…, <paramref name="height"/>, <paramref name="width"/>, channels), float32. Where an image is
/// smaller than that, the largest part with these proportions is resized.
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/center_crop/"/>.
/// </summary>
/// <param name="height">The height of the output, in pixels.</param>
/// <param name="width">The width of the output, in pixels.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">A length is not positive.</exception>
[KerasExport("keras.layers.CenterCrop")]
public class CenterCrop(int height, int width, LayerArguments kwargs = default) : BaseImageSize(height, width, kwargs)
{
    /// <inheritdoc/>
    private protected override Tensor Change(Tensor images)
    {
        int above = images.dim(1) - height, beside = images.dim(2) - width;
        return above < 0 || beside < 0 ? ImageResize.Smart(images, height, width, "bilinear")
            : keras.ops.slice(images, [0, above / 2, beside / 2, 0], [images.dim(0), height, width, images.dim(3)]);
    }
}
