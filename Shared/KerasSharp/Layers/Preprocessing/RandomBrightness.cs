using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Adds a number of its own to all pixels of each image; what comes out is cut to the range of values.
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_brightness/"/>.
/// </summary>
[KerasExport("keras.layers.RandomBrightness")]
public class RandomBrightness : BaseAugmentation
{
    private readonly double[] factors;
    private readonly double[] range;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="factor">The largest share of the range that is added or taken away; or two such shares, in -1 … 1.</param>
    /// <param name="value_range">The lowest and the highest value of a pixel; 0 and 255 if not given.</param>
    /// <param name="seed">Makes the numbers reproducible.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">A range is none, in Keras's words.</exception>
    public RandomBrightness(FloatTuple factor, [KerasDefault(0, 255)] FloatTuple value_range = default, int? seed = null, LayerArguments kwargs = default)
        : base(seed, kwargs)
    {
        factors = factor.is_float ? [-Math.Abs(factor.as_span()[0]), Math.Abs(factor.as_span()[0])] : [.. factor.to_array().Order()];
        if (factors.Length != 2 || Array.Exists(factors, f => f is < -1 or > 1))
        {
            throw new ValueError($"The `factor` argument should be a number (or a list of two numbers) in the range [-1.0, 1.0]. Got {Wrong(factor)}");
        }

        range = value_range.is_given ? [.. value_range.to_array().Order()] : [0, 255];
        if (range.Length != 2)
        {
            throw new ValueError($"The `value_range` argument should be a list of two numbers. Got {value_range}");
        }
    }

    /// <summary>The two shares, in order.</summary>
    public IReadOnlyList<double> factor => factors;

    /// <summary>The lowest and the highest value of a pixel.</summary>
    public IReadOnlyList<double> value_range => range;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["factor"] = factors, ["value_range"] = range, ["seed"] = seed };

    private protected override Tensor Augment(Tensor images)
    {
        int[] shape = images.ndim == 4 ? [images.dim(0), 1, 1, 1] : [1, 1, 1];
        var shares = Tensor.FromBeside<float>(images, Draw(shape[0], factors[0], factors[1]), shape);
        return ops.clip(images + (shares * (range[1] - range[0])), range[0], range[1]);
    }

    // Keras names the number that is out of range.
    private static string Wrong(FloatTuple factor) => factor.as_span().Length == 2 && !factor.is_float
        ? ((FloatTuple)factor.First(f => f is < -1 or > 1)).ToString() : factor.ToString();
}
