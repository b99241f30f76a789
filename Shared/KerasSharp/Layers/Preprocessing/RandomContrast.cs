using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Moves each pixel away from its channel's mean, or towards it, by one factor for all images of a batch; what comes out is cut to 0 … 255.
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_contrast/"/>.
/// </summary>
[KerasExport("keras.layers.RandomContrast", "keras.layers.experimental.preprocessing.RandomContrast")]
public class RandomContrast : BaseAugmentation
{
    private readonly double lower;
    private readonly double upper;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="factor">The factor lies in [1 - factor, 1 + factor]; of two numbers in [1 - lower, 1 + upper]. Not negative; the lower one at most 1.</param>
    /// <param name="seed">Makes the factors reproducible.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">The range is none, in Keras's words.</exception>
    public RandomContrast(FloatTuple factor, int? seed = null, LayerArguments kwargs = default)
        : base(seed, kwargs)
    {
        var range = AugmentationFactor.Of(factor, nameof(factor));
        (lower, upper) = (factor.is_float ? range.Upper : range.Lower, range.Upper);
        this.factor = lower >= 0 && upper >= 0 && lower <= 1 ? factor
            : throw new ValueError($"`factor` argument cannot have negative values or values greater than 1.Received: factor={factor}");
    }

    /// <summary>How far the factor goes from 1.</summary>
    public FloatTuple factor { get; }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["factor"] = factor.ToConfig(), ["seed"] = seed };

    /// <summary>Images with another contrast.</summary>
    internal static Tensor Adjust(Tensor images, float factor)
    {
        var mean = ops.mean(images, new[] { images.ndim - 3, images.ndim - 2 }, keepdims: true);
        return ops.clip(((images - mean) * factor) + mean, 0, 255);
    }

    private protected override Tensor Augment(Tensor images)
    {
        var one = new float[1];
        Engine.Draw.Uniform(one, DrawGenerator(), (float)(1 - lower), (float)(1 + upper));
        return Adjust(images, one[0]);
    }
}
