using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Larger volumes, each element several times: (batch, depth, height, width, channels) → (batch, depth · size[0], height · size[1],
/// width · size[2], channels). Source: <see href="https://keras.io/api/layers/reshaping_layers/up_sampling3d/"/>.
/// </summary>
/// <param name="size">The factors of depth, height and width, one int means all; (2, 2, 2) if not given.</param>
/// <param name="data_format"><c>channels_last</c> or <c>channels_first</c>; <c>keras.backend.image_data_format()</c> if not given.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.UpSampling3D")]
public class UpSampling3D([KerasDefault(2, 2, 2)] IntTuple size = default, string? data_format = null, LayerArguments kwargs = default)
    : BaseUpSampling(Window.Tuple(size, 3, "size", 2), data_format, kwargs)
{
    /// <summary>The factors of depth, height and width.</summary>
    public int[] size => Factors;

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format => Format;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["size"] = size, ["data_format"] = data_format };
}
