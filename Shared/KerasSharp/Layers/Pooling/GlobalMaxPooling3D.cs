using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The largest value of each channel: (batch, depth, height, width, channels) → (batch, channels).
/// Source: <see href="https://keras.io/api/layers/pooling_layers/global_max_pooling3d/"/>.
/// </summary>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="keepdims">Whether the pooled axes stay, with length 1.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">The data format is unknown.</exception>
[KerasExport("keras.layers.GlobalMaxPooling3D", "keras.layers.GlobalMaxPool3D")]
public class GlobalMaxPooling3D(string? data_format = null, bool keepdims = false, LayerArguments kwargs = default)
    : BaseGlobalPooling(3, data_format, keepdims, kwargs)
{
    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => keras.ops.max(inputs, Axes, keepdims);
}
