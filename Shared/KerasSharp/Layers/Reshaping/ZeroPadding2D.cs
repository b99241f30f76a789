using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Images with zeros around them: (batch, height, width, channels) → (batch, new height, new width, channels).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/zero_padding2d/"/>.
/// </summary>
/// <param name="padding">An int for all sides, (rows above and below, columns left and right), or ((top, bottom), (left, right)); (1, 1) if not given.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.ZeroPadding2D")]
public class ZeroPadding2D([KerasDefault(1, 1)] Margins padding = default, string? data_format = null, LayerArguments kwargs = default)
    : BaseZeroPadding(2, padding, 1, data_format, kwargs)
{
    /// <summary>What goes before and behind, axis by axis.</summary>
    public int[][] padding => Pairs;

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format => Format;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["padding"] = padding, ["data_format"] = data_format };
}
