using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Multiplies by normally distributed numbers of mean 1 and deviation sqrt(rate / (1 - rate)) in training; else x as it is.
/// Source: <see href="https://keras.io/api/layers/regularization_layers/gaussian_dropout/"/>.
/// </summary>
[KerasExport("keras.layers.GaussianDropout")]
public class GaussianDropout : BaseRandomLayer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="rate">As the rate of <see cref="Dropout"/>, between 0 and 1; at 0 or 1 and beyond nothing is done, as in Keras.</param>
    /// <param name="seed">Makes the noise reproducible, apart from the global seed.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public GaussianDropout(double rate, int? seed = null, LayerArguments kwargs = default)
        : base(seed, kwargs)
    {
        this.rate = rate;
        supports_masking = true;
    }

    /// <summary>As the rate of <see cref="Dropout"/>.</summary>
    public double rate { get; set; }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return training != true || rate is not (> 0 and < 1) ? inputs
            : inputs * keras.ops.random_normal(inputs.DimsArray, Random.Stream("RandomStandardNormal"), 1, Math.Sqrt(rate / (1 - rate)));
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["rate"] = rate, ["seed"] = seed };
}
