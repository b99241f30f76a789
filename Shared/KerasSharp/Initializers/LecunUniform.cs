using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Values between plus and minus sqrt(3 / fan_in): LeCun et al. 1998.
/// Source: <see href="https://keras.io/api/layers/initializers/#lecununiform-class"/>.
/// </summary>
[KerasExport("keras.initializers.LecunUniform", "keras.initializers.lecun_uniform")]
public class LecunUniform(int? seed = null) : VarianceScaling(1.0, "fan_in", "uniform", seed)
{
    /// <inheritdoc/>
    public override Config get_config() => new() { ["seed"] = seed };
}
