using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Values between plus and minus sqrt(6 / (fan_in + fan_out)): Glorot and Bengio 2010.
/// Source: <see href="https://keras.io/api/layers/initializers/#glorotuniform-class"/>.
/// </summary>
[KerasExport("keras.initializers.GlorotUniform", "keras.initializers.glorot_uniform")]
public class GlorotUniform(int? seed = null) : VarianceScaling(1.0, "fan_avg", "uniform", seed)
{
    /// <inheritdoc/>
    public override Config get_config() => new() { ["seed"] = seed };
}
