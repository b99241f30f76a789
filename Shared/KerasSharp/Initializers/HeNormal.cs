using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Truncated normal values of standard deviation sqrt(2 / fan_in): He et al. 2015.
/// Source: <see href="https://keras.io/api/layers/initializers/#henormal-class"/>.
/// </summary>
[KerasExport("keras.initializers.HeNormal", "keras.initializers.he_normal")]
public class HeNormal(int? seed = null) : VarianceScaling(2.0, "fan_in", "truncated_normal", seed)
{
    /// <inheritdoc/>
    public override Config get_config() => new() { ["seed"] = seed };
}
