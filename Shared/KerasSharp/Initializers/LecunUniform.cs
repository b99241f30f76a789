using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class initializers
        {
            /// <summary>Values between plus and minus sqrt(3 / fan_in): LeCun et al. 1998.</summary>
            public static Initializers.LecunUniform LecunUniform(int? seed = null) => new(seed);

            /// <inheritdoc cref="LecunUniform"/>
            public static Initializers.LecunUniform lecun_uniform(int? seed = null) => new(seed);
        }
    }
}

namespace KerasSharp.Initializers
{
    /// <summary>Values between plus and minus sqrt(3 / fan_in). Source: <see href="https://keras.io/api/layers/initializers/#lecununiform-class"/>.</summary>
    public class LecunUniform(int? seed = null) : VarianceScaling(1.0, "fan_in", "uniform", seed)
    {
        /// <inheritdoc/>
        public override Config get_config() => new() { ["seed"] = seed };
    }
}
