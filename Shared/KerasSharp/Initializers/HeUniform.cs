using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Values between plus and minus sqrt(6 / fan_in): He et al. 2015.
/// Source: <see href="https://keras.io/api/layers/initializers/#heuniform-class"/>.
/// </summary>
[KerasExport("keras.initializers.HeUniform", "keras.initializers.he_uniform")]
public class HeUniform(int? seed = null) : VarianceScaling(2.0, "fan_in", "uniform", seed)
{
    /// <inheritdoc/>
    public override Config get_config() => new() { ["seed"] = seed };
}
