using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Cuts a part of a given size out of the images, at one place for all images of a batch. Outside of training, and where the images are too small, the
/// middle with the right proportions is resized. Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_crop/"/>.
/// </summary>
[KerasExport("keras.layers.RandomCrop", "keras.layers.experimental.preprocessing.RandomCrop")]
public class RandomCrop : BaseAugmentation
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="height">The height of the part, in pixels.</param>
    /// <param name="width">The width of the part, in pixels.</param>
    /// <param name="seed">Makes the places reproducible.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public RandomCrop(int height, int width, int? seed = null, LayerArguments kwargs = default)
        : base(seed, kwargs) => (this.height, this.width) = (height, width);

    /// <summary>The height of the part.</summary>
    public int height { get; }

    /// <summary>The width of the part.</summary>
    public int width { get; }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => new([.. input_shape.SkipLast(3), height, width, input_shape[^1]]);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["height"] = height, ["width"] = width, ["seed"] = seed };

    private protected override Tensor Augment(Tensor images)
    {
        var (above, beside) = (images.dim(-3) - height, images.dim(-2) - width);
        if (above < 0 || beside < 0)
        {
            return Otherwise(images);
        }

        var drawn = DrawIntegers(2);
        int[] batch = [.. images.Dims[..^3]], origin = new int[batch.Length];
        return ops.slice(images, [.. origin, drawn[0] % (above + 1), drawn[1] % (beside + 1), 0], [.. batch, height, width, images.dim(-1)]);
    }

    private protected override Tensor Otherwise(Tensor images) => images.ndim == 4 ? ImageResize.Smart(images, height, width, "bilinear")
        : ops.squeeze(ImageResize.Smart(ops.expand_dims(images, 0), height, width, "bilinear"), 0);
}
