using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class initializers
        {
            /// <summary>Values between plus and minus sqrt(6 / fan_in): He et al. 2015.</summary>
            public static Initializers.HeUniform HeUniform(int? seed = null) => new(seed);

            /// <inheritdoc cref="HeUniform"/>
            public static Initializers.HeUniform he_uniform(int? seed = null) => new(seed);
        }
    }
}

namespace KerasSharp.Initializers
{
    /// <summary>Values between plus and minus sqrt(6 / fan_in). Source: <see href="https://keras.io/api/layers/initializers/#heuniform-class"/>.</summary>
    public class HeUniform(int? seed = null) : VarianceScaling(2.0, "fan_in", "uniform", seed)
    {
        /// <inheritdoc/>
        public override Config get_config() => new() { ["seed"] = seed };
    }
}
