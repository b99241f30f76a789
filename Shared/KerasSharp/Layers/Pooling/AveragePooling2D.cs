using KerasSharp.Backends;

namespace KerasSharp.Layers;

/// <summary>
/// The average of each window: (batch, height, width, channels) → (batch, new height, new width, channels).
/// Source: <see href="https://keras.io/api/layers/pooling_layers/average_pooling2d/"/>.
/// </summary>
/// <param name="pool_size">The window's height and width, one int means both; (2, 2) if not given.</param>
/// <param name="strides">The steps of the window; <paramref name="pool_size"/> if not given.</param>
/// <param name="padding"><c>valid</c> (none) or <c>same</c> (the output has ceil(size / stride) places; an odd one behind). Padding does not count.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.AveragePooling2D", "keras.layers.AvgPool2D")]
public class AveragePooling2D(
    [KerasDefault(2, 2)] IntTuple pool_size = default, IntTuple strides = default, string padding = "valid", string? data_format = null,
    LayerArguments kwargs = default)
    : BasePooling(PoolOp.Average, 2, pool_size, strides, padding, data_format, kwargs);
