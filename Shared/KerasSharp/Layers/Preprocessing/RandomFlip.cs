using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Mirrors each image with probability 1/2, from left to right, upside down, or both of it apart from each other.
/// Source: <see href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_flip/"/>.
/// </summary>
[KerasExport("keras.layers.RandomFlip", "keras.layers.experimental.preprocessing.RandomFlip")]
public class RandomFlip : BaseAugmentation
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="mode"><c>horizontal</c>, <c>vertical</c> or <c>horizontal_and_vertical</c>.</param>
    /// <param name="seed">Makes the choices reproducible.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">The mode is unknown.</exception>
    public RandomFlip(string mode = "horizontal_and_vertical", int? seed = null, LayerArguments kwargs = default)
        : base(seed, kwargs)
        => this.mode = mode is "horizontal" or "vertical" or "horizontal_and_vertical" ? mode
            : throw new ValueError($"RandomFlip layer {name} received an unknown mode argument {mode}");

    /// <summary><c>horizontal</c>, <c>vertical</c> or <c>horizontal_and_vertical</c>.</summary>
    public string mode { get; }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["mode"] = mode, ["seed"] = seed };

    private protected override Tensor Augment(Tensor images)
    {
        images = mode == "vertical" ? images : Flip(images, images.ndim - 2);
        return mode == "horizontal" ? images : Flip(images, images.ndim - 3);
    }

    // One number for each image. TensorFlow mirrors a batch above 1/2, and a single image below it.
    private Tensor Flip(Tensor images, int axis)
    {
        var isBatch = images.ndim == 4;
        var numbers = new float[isBatch ? images.dim(0) : 1];
        Engine.Draw.Uniform(numbers, DrawGenerator());
        if (!isBatch)
        {
            return numbers[0] < 0.5f ? ops.flip(images, axis) : images;
        }

        var flips = Tensor.FromBeside<float>(images, Array.ConvertAll(numbers, u => u > 0.5f ? 1f : 0), numbers.Length, 1, 1, 1);
        return (flips * ops.flip(images, axis)) + ((1 - flips) * images);
    }
}
