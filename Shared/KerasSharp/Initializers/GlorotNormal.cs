using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class initializers
        {
            /// <summary>Truncated normal values of standard deviation sqrt(2 / (fan_in + fan_out)): Glorot and Bengio 2010.</summary>
            public static Initializers.GlorotNormal GlorotNormal(int? seed = null) => new(seed);

            /// <inheritdoc cref="GlorotNormal"/>
            public static Initializers.GlorotNormal glorot_normal(int? seed = null) => new(seed);
        }
    }
}

namespace KerasSharp.Initializers
{
    /// <summary>Truncated normal values of standard deviation sqrt(2 / (fan_in + fan_out)). Source: <see href="https://keras.io/api/layers/initializers/#glorotnormal-class"/>.</summary>
    public class GlorotNormal(int? seed = null) : VarianceScaling(1.0, "fan_avg", "truncated_normal", seed)
    {
        /// <inheritdoc/>
        public override Config get_config() => new() { ["seed"] = seed };
    }
}
