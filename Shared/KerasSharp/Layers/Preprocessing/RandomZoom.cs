using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Zooms each image by factors of its own around its middle.
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_zoom/"/>.
/// </summary>
[KerasExport("keras.layers.RandomZoom", "keras.layers.experimental.preprocessing.RandomZoom")]
public class RandomZoom : BaseRandomTransform
{
    private readonly AugmentationFactor high;
    private readonly AugmentationFactor? wide;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="height_factor">The largest zoom of the height, both ways; or the range, where positive zooms out: 0.2 shows 20 % more.</param>
    /// <param name="width_factor">The same of the width; if not given, the image keeps its proportions.</param>
    /// <param name="fill_mode">What lies beyond the edge: <c>reflect</c> (d c b a | a b c d | d c b a), <c>wrap</c>, <c>constant</c> or <c>nearest</c>.</param>
    /// <param name="interpolation"><c>nearest</c> or <c>bilinear</c>.</param>
    /// <param name="seed">Makes the zooms reproducible.</param>
    /// <param name="fill_value">The value beyond the edge with <c>constant</c>.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">A range is none, in Keras's words.</exception>
    /// <exception cref="NotImplementedError">The fill mode or the interpolation is unknown, in Keras's words.</exception>
    public RandomZoom(
        FloatTuple height_factor, FloatTuple width_factor = default, string fill_mode = "reflect", string interpolation = "bilinear", int? seed = null,
        double fill_value = 0.0, LayerArguments kwargs = default)
        : base(fill_mode, interpolation, fill_value, seed, kwargs)
    {
        high = AugmentationFactor.Of(height_factor, nameof(height_factor));
        if (Math.Abs(high.Lower) > 1 || Math.Abs(high.Upper) > 1)
        {
            throw new ValueError($"`height_factor` argument must have values between [-1, 1]. Received: height_factor={height_factor}");
        }

        wide = width_factor.is_given ? AugmentationFactor.Of(width_factor, nameof(width_factor)) : null;
        if (wide is { } range && (range.Lower < -1 || range.Upper < -1))
        {
            throw new ValueError($"`width_factor` argument must have values larger than -1. Received: width_factor={width_factor}");
        }

        (this.height_factor, this.width_factor) = (height_factor, width_factor);
    }

    /// <summary>The largest zoom of the height, or the range.</summary>
    public FloatTuple height_factor { get; }

    /// <summary>The same of the width; not given if it follows the height.</summary>
    public FloatTuple width_factor { get; }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["height_factor"] = height_factor.ToConfig(), ["width_factor"] = width_factor.ToConfig() };

    private protected override float[] Maps(int count, int height, int width)
    {
        var rows = Draw(count, 1 + high.Lower, 1 + high.Upper);
        var columns = wide is { } range ? Draw(count, 1 + range.Lower, 1 + range.Upper) : rows;
        return [.. rows.Zip(columns).SelectMany(z => (float[])[z.Second, 0, (width - 1f) / 2 * (1 - z.Second), 0, z.First, (height - 1f) / 2 * (1 - z.First), 0, 0])];
    }
}
