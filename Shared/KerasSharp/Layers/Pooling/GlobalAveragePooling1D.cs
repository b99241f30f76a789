using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The average of each channel over the steps that count: (batch, steps, channels) → (batch, channels).
/// Source: <see href="https://keras.io/api/layers/pooling_layers/global_average_pooling1d/"/>.
/// </summary>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <param name="keepdims">Whether the pooled axes stay, with length 1.</param>
/// <exception cref="ValueError">The data format is unknown.</exception>
[KerasExport("keras.layers.GlobalAveragePooling1D", "keras.layers.GlobalAvgPool1D")]
public class GlobalAveragePooling1D(string data_format = "channels_last", LayerArguments kwargs = default, bool keepdims = false)
    : BaseGlobalPooling(1, data_format, keepdims, kwargs)
{
    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var x = inputs.Value;
        if (args.mask?.Value is not { } mask)
        {
            return keras.ops.mean(x, Axes, keepdims);
        }

        var counts = keras.ops.expand_dims(keras.ops.cast(mask, x.dtype), data_format == "channels_last" ? 2 : 1);
        return keras.ops.sum(keras.ops.multiply(x, counts), Axes, keepdims) / keras.ops.sum(counts, Axes, keepdims);
    }

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => null;
}
