using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Images in another size: (…, h, w, channels) → (…, <paramref name="height"/>, <paramref name="width"/>, channels), float32. Pixels are sampled
/// at their centres, without smoothing. Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/resizing/"/>.
/// </summary>
/// <param name="height">The height of the output, in pixels.</param>
/// <param name="width">The width of the output, in pixels.</param>
/// <param name="interpolation"><c>bilinear</c>, <c>nearest</c>, <c>bicubic</c>, <c>area</c>, <c>lanczos3</c>, <c>lanczos5</c>, <c>gaussian</c> or
/// <c>mitchellcubic</c>.</param>
/// <param name="crop_to_aspect_ratio">Whether the middle of the image with the output's proportions is taken; else the image is stretched.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">A length is not positive.</exception>
/// <exception cref="NotImplementedError">The interpolation is unknown.</exception>
[KerasExport("keras.layers.Resizing")]
public class Resizing(int height, int width, string interpolation = "bilinear", bool crop_to_aspect_ratio = false, LayerArguments kwargs = default)
    : BaseImageSize(height, width, kwargs)
{
    private readonly string method = Interpolation.Of(interpolation);

    /// <summary>How new pixels follow from old ones.</summary>
    public string interpolation { get; } = interpolation;

    /// <summary>Whether the image keeps its proportions and is cropped.</summary>
    public bool crop_to_aspect_ratio { get; } = crop_to_aspect_ratio;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["interpolation"] = interpolation, ["crop_to_aspect_ratio"] = crop_to_aspect_ratio };

    /// <inheritdoc/>
    private protected override Tensor Change(Tensor images) => crop_to_aspect_ratio ? ImageResize.Smart(images, height, width, method) : ImageResize.Run(images, height, width, method);
}
