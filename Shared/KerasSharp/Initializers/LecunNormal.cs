using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Truncated normal values of standard deviation sqrt(1 / fan_in): LeCun et al. 1998.
/// Source: <see href="https://keras.io/api/layers/initializers/#lecunnormal-class"/>.
/// </summary>
[KerasExport("keras.initializers.LecunNormal", "keras.initializers.lecun_normal")]
public class LecunNormal(int? seed = null) : VarianceScaling(1.0, "fan_in", "truncated_normal", seed)
{
    /// <inheritdoc/>
    public override Config get_config() => new() { ["seed"] = seed };
}
