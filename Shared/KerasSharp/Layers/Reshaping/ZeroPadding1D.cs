using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Sequences with zeros around them: (batch, steps, channels) → (batch, new steps, channels).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/zero_padding1d/"/>.
/// </summary>
/// <param name="padding">How many steps go before and behind; one int means both; 1 if not given.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">An argument is out of range; the message names it.</exception>
[KerasExport("keras.layers.ZeroPadding1D")]
public class ZeroPadding1D([KerasDefault(1)] IntTuple padding = default, LayerArguments kwargs = default)
    : BaseZeroPadding(1, Margins.Of(padding), 1, "channels_last", kwargs)
{
    /// <summary>How many steps go before and behind.</summary>
    public int[] padding => Pairs[0];

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["padding"] = padding };
}
