using KerasSharp.Backends;

namespace KerasSharp.Layers;

/// <summary>
/// The average of each window: (batch, steps, channels) → (batch, new steps, channels).
/// Source: <see href="https://keras.io/api/layers/pooling_layers/average_pooling1d/"/>.
/// </summary>
/// <param name="pool_size">The window's length; 2 if not given.</param>
/// <param name="strides">The step of the window; <paramref name="pool_size"/> if not given.</param>
/// <param name="padding"><c>valid</c> (none) or <c>same</c> (the output has ceil(steps / stride) places; an odd one behind). Padding does not count.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.AveragePooling1D", "keras.layers.AvgPool1D")]
public class AveragePooling1D(
    [KerasDefault(2)] IntTuple pool_size = default, IntTuple strides = default, string padding = "valid", string data_format = "channels_last",
    LayerArguments kwargs = default)
    : BasePooling(PoolOp.Average, 1, pool_size, strides, padding, data_format, kwargs);
