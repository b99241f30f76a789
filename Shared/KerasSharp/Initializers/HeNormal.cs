using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class initializers
        {
            /// <summary>Truncated normal values of standard deviation sqrt(2 / fan_in): He et al. 2015.</summary>
            public static Initializers.HeNormal HeNormal(int? seed = null) => new(seed);

            /// <inheritdoc cref="HeNormal"/>
            public static Initializers.HeNormal he_normal(int? seed = null) => new(seed);
        }
    }
}

namespace KerasSharp.Initializers
{
    /// <summary>Truncated normal values of standard deviation sqrt(2 / fan_in). Source: <see href="https://keras.io/api/layers/initializers/#henormal-class"/>.</summary>
    public class HeNormal(int? seed = null) : VarianceScaling(2.0, "fan_in", "truncated_normal", seed)
    {
        /// <inheritdoc/>
        public override Config get_config() => new() { ["seed"] = seed };
    }
}
