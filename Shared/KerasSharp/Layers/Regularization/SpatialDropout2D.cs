namespace KerasSharp.Layers;

/// <summary>
/// Dropout of whole channels: in training each channel of each sample is 0 in all its rows and columns with probability <c>rate</c>, and the others
/// grow by 1 / (1 - rate). Input (batch, rows, columns, channels).
/// Source: <see href="https://keras.io/api/layers/regularization_layers/spatial_dropout2d/"/>.
/// </summary>
[KerasExport("keras.layers.SpatialDropout2D")]
public class SpatialDropout2D : BaseSpatialDropout
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="rate">The share that is dropped, 0 … 1.</param>
    /// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
    /// <param name="noise_shape">Not supported: it follows from the input.</param>
    /// <param name="seed">Makes the choice reproducible, apart from the global seed.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">The rate is not in 0 … 1, or the data format is none.</exception>
    /// <exception cref="NotImplementedError">A noise shape was given.</exception>
    public SpatialDropout2D(double rate, string? data_format = null, TensorShape noise_shape = default, int? seed = null, LayerArguments kwargs = default)
        : base(2, rate, data_format, noise_shape, seed, kwargs)
    {
    }
}
