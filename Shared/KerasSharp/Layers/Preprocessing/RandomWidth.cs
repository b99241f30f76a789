namespace KerasSharp.Layers;

/// <summary>
/// Changes the width of the images, by one factor for all images of a batch.
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_width/"/>.
/// </summary>
[KerasExport("keras.layers.RandomWidth", "keras.layers.experimental.preprocessing.RandomWidth")]
public class RandomWidth : BaseRandomLength
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="factor">The largest share by which the width grows or shrinks; or the range: (0.2, 0.3) grows by 20 % to 30 %.</param>
    /// <param name="interpolation">
    /// <c>bilinear</c>, <c>nearest</c>, <c>bicubic</c>, <c>area</c>, <c>lanczos3</c>, <c>lanczos5</c>, <c>gaussian</c> or <c>mitchellcubic</c>.
    /// </param>
    /// <param name="seed">Makes the factors reproducible.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">The range is none, in Keras's words.</exception>
    /// <exception cref="NotImplementedError">The interpolation is unknown, in Keras's words.</exception>
    public RandomWidth(FloatTuple factor, string interpolation = "bilinear", int? seed = null, LayerArguments kwargs = default)
        : base(factor, interpolation, seed, kwargs)
    {
    }

    private protected override int Axis => -2;
}
