using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Adds normally distributed numbers of mean 0 in training; else x as it is.
/// Source: <see href="https://keras.io/api/layers/regularization_layers/gaussian_noise/"/>.
/// </summary>
[KerasExport("keras.layers.GaussianNoise")]
public class GaussianNoise : BaseRandomLayer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="stddev">The standard deviation of the noise.</param>
    /// <param name="seed">Makes the noise reproducible, apart from the global seed.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public GaussianNoise(double stddev, int? seed = null, LayerArguments kwargs = default)
        : base(seed, kwargs)
    {
        this.stddev = stddev;
        supports_masking = true;
    }

    /// <summary>The standard deviation of the noise.</summary>
    public double stddev { get; set; }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return training == true ? inputs + keras.ops.random_normal(inputs.DimsArray, Random.Stream("RandomStandardNormal"), 0, stddev) : inputs;
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["stddev"] = stddev, ["seed"] = seed };
}
