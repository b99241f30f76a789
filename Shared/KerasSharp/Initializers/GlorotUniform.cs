using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class initializers
        {
            /// <summary>Values between plus and minus sqrt(6 / (fan_in + fan_out)): Glorot and Bengio 2010.</summary>
            public static Initializers.GlorotUniform GlorotUniform(int? seed = null) => new(seed);

            /// <inheritdoc cref="GlorotUniform"/>
            public static Initializers.GlorotUniform glorot_uniform(int? seed = null) => new(seed);
        }
    }
}

namespace KerasSharp.Initializers
{
    /// <summary>Values between plus and minus sqrt(6 / (fan_in + fan_out)). Source: <see href="https://keras.io/api/layers/initializers/#glorotuniform-class"/>.</summary>
    public class GlorotUniform(int? seed = null) : VarianceScaling(1.0, "fan_avg", "uniform", seed)
    {
        /// <inheritdoc/>
        public override Config get_config() => new() { ["seed"] = seed };
    }
}
