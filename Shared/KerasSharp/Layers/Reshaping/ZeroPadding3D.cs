using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Volumes with zeros around them: (batch, depth, height, width, channels) → (batch, new depth, new height, new width, channels).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/zero_padding3d/"/>.
/// </summary>
/// <param name="padding">An int for all sides, one for each axis, or a pair (before, behind) for each axis; (1, 1, 1) if not given.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.ZeroPadding3D")]
public class ZeroPadding3D([KerasDefault(1, 1, 1)] Margins padding = default, string? data_format = null, LayerArguments kwargs = default)
    : BaseZeroPadding(3, padding, 1, data_format, kwargs)
{
    /// <summary>What goes before and behind, axis by axis.</summary>
    public int[][] padding => Pairs;

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format => Format;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["padding"] = padding, ["data_format"] = data_format };
}
