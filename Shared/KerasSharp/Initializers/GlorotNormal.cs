using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Truncated normal values of standard deviation sqrt(2 / (fan_in + fan_out)): Glorot and Bengio 2010.
/// Source: <see href="https://keras.io/api/layers/initializers/#glorotnormal-class"/>.
/// </summary>
[KerasExport("keras.initializers.GlorotNormal", "keras.initializers.glorot_normal")]
public class GlorotNormal(int? seed = null) : VarianceScaling(1.0, "fan_avg", "truncated_normal", seed)
{
    /// <inheritdoc/>
    public override Config get_config() => new() { ["seed"] = seed };
}
