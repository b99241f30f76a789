using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Sequences without their ends: (batch, steps, channels) → (batch, new steps, channels).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/cropping1d/"/>.
/// </summary>
/// <param name="cropping">How many steps go away in front and at the end; one int means both; (1, 1) if not given.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.Cropping1D")]
public class Cropping1D([KerasDefault(1, 1)] IntTuple cropping = default, LayerArguments kwargs = default)
    : BaseCropping(1, Margins.Of(cropping), 1, "channels_last", kwargs)
{
    /// <summary>How many steps go before and behind.</summary>
    public int[] cropping => Pairs[0];

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["cropping"] = cropping };
}
