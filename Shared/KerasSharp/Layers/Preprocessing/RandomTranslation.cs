using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Moves each image by distances of its own.
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_translation/"/>.
/// </summary>
[KerasExport("keras.layers.RandomTranslation", "keras.layers.experimental.preprocessing.RandomTranslation")]
public class RandomTranslation : BaseRandomTransform
{
    private readonly AugmentationFactor down;
    private readonly AugmentationFactor right;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="height_factor">The largest distance up and down, as a share of the height; or the range, where positive is down.</param>
    /// <param name="width_factor">The largest distance to the left and right, as a share of the width; or the range, where positive is to the right.</param>
    /// <param name="fill_mode">What lies beyond the edge: <c>reflect</c> (d c b a | a b c d | d c b a), <c>wrap</c>, <c>constant</c> or <c>nearest</c>.</param>
    /// <param name="interpolation"><c>nearest</c> or <c>bilinear</c>.</param>
    /// <param name="seed">Makes the distances reproducible.</param>
    /// <param name="fill_value">The value beyond the edge with <c>constant</c>.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">A range is none, in Keras's words.</exception>
    /// <exception cref="NotImplementedError">The fill mode or the interpolation is unknown, in Keras's words.</exception>
    public RandomTranslation(
        FloatTuple height_factor, FloatTuple width_factor, string fill_mode = "reflect", string interpolation = "bilinear", int? seed = null, double fill_value = 0.0,
        LayerArguments kwargs = default)
        : base(fill_mode, interpolation, fill_value, seed, kwargs)
    {
        down = AugmentationFactor.Of(height_factor, nameof(height_factor)).Ordered(height_factor, nameof(height_factor));
        if (Math.Abs(down.Lower) > 1 || Math.Abs(down.Upper) > 1)
        {
            throw new ValueError($"`height_factor` argument must have values between [-1, 1]. Received: height_factor={height_factor}");
        }

        right = AugmentationFactor.Of(width_factor, nameof(width_factor)).Ordered(width_factor, nameof(width_factor));
        if (Math.Abs(right.Lower) > 1 || Math.Abs(right.Upper) > 1)
        {
            throw new ValueError($"`width_factor` must have values between [-1, 1], got {width_factor}");
        }

        (this.height_factor, this.width_factor) = (height_factor, width_factor);
    }

    /// <summary>The largest distance up and down, or the range.</summary>
    public FloatTuple height_factor { get; }

    /// <summary>The largest distance to the left and right, or the range.</summary>
    public FloatTuple width_factor { get; }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["height_factor"] = height_factor.ToConfig(), ["width_factor"] = width_factor.ToConfig() };

    private protected override float[] Maps(int count, int height, int width)
    {
        var rows = Draw(count, down.Lower, down.Upper);
        var columns = Draw(count, right.Lower, right.Upper);
        return [.. rows.Zip(columns).SelectMany(d => (float[])[1, 0, -(d.Second * width), 0, 1, -(d.First * height), 0, 0])];
    }
}
