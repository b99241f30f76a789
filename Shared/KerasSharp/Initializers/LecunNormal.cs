using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class initializers
        {
            /// <summary>Truncated normal values of standard deviation sqrt(1 / fan_in): LeCun et al. 1998.</summary>
            public static Initializers.LecunNormal LecunNormal(int? seed = null) => new(seed);

            /// <inheritdoc cref="LecunNormal"/>
            public static Initializers.LecunNormal lecun_normal(int? seed = null) => new(seed);
        }
    }
}

namespace KerasSharp.Initializers
{
    /// <summary>Truncated normal values of standard deviation sqrt(1 / fan_in). Source: <see href="https://keras.io/api/layers/initializers/#lecunnormal-class"/>.</summary>
    public class LecunNormal(int? seed = null) : VarianceScaling(1.0, "fan_in", "truncated_normal", seed)
    {
        /// <inheritdoc/>
        public override Config get_config() => new() { ["seed"] = seed };
    }
}
