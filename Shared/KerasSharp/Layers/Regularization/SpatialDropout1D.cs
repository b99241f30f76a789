namespace KerasSharp.Layers;

/// <summary>
/// Dropout of whole channels: in training each channel of each sample is 0 in all its steps with probability <c>rate</c>, and the others
/// grow by 1 / (1 - rate). Input (batch, steps, channels).
/// Source: <see href="https://keras.io/api/layers/regularization_layers/spatial_dropout1d/"/>.
/// </summary>
[KerasExport("keras.layers.SpatialDropout1D")]
public class SpatialDropout1D : BaseSpatialDropout
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="rate">The share that is dropped, 0 … 1.</param>
    /// <param name="noise_shape">Not supported: it follows from the input.</param>
    /// <param name="seed">Makes the choice reproducible, apart from the global seed.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">The rate is not in 0 … 1.</exception>
    /// <exception cref="NotImplementedError">A noise shape was given.</exception>
    public SpatialDropout1D(double rate, TensorShape noise_shape = default, int? seed = null, LayerArguments kwargs = default)
        : base(1, rate, "channels_last", noise_shape, seed, kwargs)
    {
    }
}
