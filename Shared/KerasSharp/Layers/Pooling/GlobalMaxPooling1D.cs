using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The largest value of each channel: (batch, steps, channels) → (batch, channels).
/// Source: <see href="https://keras.io/api/layers/pooling_layers/global_max_pooling1d/"/>.
/// </summary>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>.</param>
/// <param name="keepdims">Whether the pooled axes stay, with length 1.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">The data format is unknown.</exception>
[KerasExport("keras.layers.GlobalMaxPooling1D", "keras.layers.GlobalMaxPool1D")]
public class GlobalMaxPooling1D(string data_format = "channels_last", bool keepdims = false, LayerArguments kwargs = default)
    : BaseGlobalPooling(1, data_format, keepdims, kwargs)
{
    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => keras.ops.max(inputs, Axes, keepdims);
}
