using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Each step several times: (batch, steps, channels) → (batch, steps · <paramref name="size"/>, channels).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/up_sampling1d/"/>.
/// </summary>
/// <param name="size">How many times.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">The number is not positive.</exception>
[KerasExport("keras.layers.UpSampling1D")]
public class UpSampling1D(int size = 2, LayerArguments kwargs = default) : BaseUpSampling(Window.Tuple(size, 1, "size", 2), "channels_last", kwargs)
{
    /// <summary>How many times.</summary>
    public int size => Factors[0];

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["size"] = size };
}
