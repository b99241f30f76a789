using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Dropout that keeps mean and variance of what <c>selu</c> gives: what is dropped takes selu's lowest value, and all is scaled and shifted.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/keras/layers/AlphaDropout"/>.
/// </summary>
[KerasExport("keras.layers.AlphaDropout")]
public class AlphaDropout : BaseRandomLayer
{
    // The limit of selu at minus infinity: minus its two constants multiplied.
    private const double Lowest = -1.6732632423543772 * 1.0507009873554805;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="rate">The share that is dropped, between 0 and 1; at 0 or 1 and beyond nothing is done, as in Keras.</param>
    /// <param name="noise_shape">Axes of length 1 are kept or dropped together, null takes the input's length; the input's shape if not given.</param>
    /// <param name="seed">Makes the choice reproducible, apart from the global seed.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public AlphaDropout(double rate, TensorShape noise_shape = default, int? seed = null, LayerArguments kwargs = default)
        : base(seed, kwargs)
    {
        (this.rate, this.noise_shape) = (rate, noise_shape);
        supports_masking = true;
    }

    /// <summary>The share that is dropped.</summary>
    public double rate { get; set; }

    /// <summary>The axes along which elements are dropped together; none if not given.</summary>
    public TensorShape noise_shape { get; }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (training != true || rate is not (> 0 and < 1))
        {
            return inputs;
        }

        var drawn = ops.random_uniform(Dropout.Stretched(noise_shape, inputs), Random.Stream("RandomUniform"));
        var kept = ops.cast(ops.greater_equal(drawn, Tensor.ScalarBeside(drawn, rate)), inputs.dtype);
        var factor = 1 / Math.Sqrt((1 - rate) * (1 + (rate * Lowest * Lowest)));
        return (factor * ((inputs * kept) + (Lowest * (1 - kept)))) - (factor * Lowest * rate);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["rate"] = rate, ["seed"] = seed };
}
