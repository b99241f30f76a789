using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Images without their margins: (batch, height, width, channels) → (batch, new height, new width, channels).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/cropping2d/"/>.
/// </summary>
/// <param name="cropping">An int for all sides, (rows above and below, columns left and right), or ((top, bottom), (left, right)); ((0, 0), (0, 0)) if not given.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.Cropping2D")]
public class Cropping2D([KerasDefault(new[] { 0, 0 }, new[] { 0, 0 })] Margins cropping = default, string? data_format = null, LayerArguments kwargs = default)
    : BaseCropping(2, cropping, 0, data_format, kwargs)
{
    /// <summary>What goes before and behind, axis by axis.</summary>
    public int[][] cropping => Pairs;

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format => Format;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["cropping"] = cropping, ["data_format"] = data_format };
}
