using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Volumes without their margins: (batch, depth, height, width, channels) → (batch, new depth, new height, new width, channels).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/cropping3d/"/>.
/// </summary>
/// <param name="cropping">An int for all sides, one for each axis, or a pair (before, behind) for each axis; ((1, 1), (1, 1), (1, 1)) if not given.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.Cropping3D")]
public class Cropping3D([KerasDefault(new[] { 1, 1 }, new[] { 1, 1 }, new[] { 1, 1 })] Margins cropping = default, string? data_format = null, LayerArguments kwargs = default)
    : BaseCropping(3, cropping, 1, data_format, kwargs)
{
    /// <summary>What goes before and behind, axis by axis.</summary>
    public int[][] cropping => Pairs;

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format => Format;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["cropping"] = cropping, ["data_format"] = data_format };
}
