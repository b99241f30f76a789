using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Rotates each image by an angle of its own around its middle.
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_rotation/"/>.
/// </summary>
[KerasExport("keras.layers.RandomRotation", "keras.layers.experimental.preprocessing.RandomRotation")]
public class RandomRotation : BaseRandomTransform
{
    private readonly AugmentationFactor range;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="factor">The largest angle in full turns, both ways; or the range, where positive is counter-clockwise.</param>
    /// <param name="fill_mode">What lies beyond the edge: <c>reflect</c> (d c b a | a b c d | d c b a), <c>wrap</c>, <c>constant</c> or <c>nearest</c>.</param>
    /// <param name="interpolation"><c>nearest</c> or <c>bilinear</c>.</param>
    /// <param name="seed">Makes the angles reproducible.</param>
    /// <param name="fill_value">The value beyond the edge with <c>constant</c>.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">The range is none, in Keras's words.</exception>
    /// <exception cref="NotImplementedError">The fill mode or the interpolation is unknown, in Keras's words.</exception>
    public RandomRotation(
        FloatTuple factor, string fill_mode = "reflect", string interpolation = "bilinear", int? seed = null, double fill_value = 0.0, LayerArguments kwargs = default)
        : base(fill_mode, interpolation, fill_value, seed, kwargs)
    {
        range = AugmentationFactor.Of(factor, nameof(factor));
        if (range.Upper < range.Lower)
        {
            throw new ValueError($"`factor` argument cannot have a negative value. Received: factor={factor}");
        }

        this.factor = factor;
    }

    /// <summary>The largest angle in full turns, or the range.</summary>
    public FloatTuple factor { get; }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["factor"] = factor.ToConfig() };

    private protected override float[] Maps(int count, int height, int width)
    {
        var angles = Draw(count, range.Lower * 2 * Math.PI, range.Upper * 2 * Math.PI);
        float right = width - 1, bottom = height - 1;
        return [.. angles.SelectMany(Map)];

        float[] Map(float angle)
        {
            var (sine, cosine) = (MathF.Sin(angle), MathF.Cos(angle));
            var x = (right - ((cosine * right) - (sine * bottom))) / 2;
            var y = (bottom - ((sine * right) + (cosine * bottom))) / 2;
            return [cosine, -sine, x, sine, cosine, y, 0, 0];
        }
    }
}
