using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class initializers
        {
            /// <summary>Normally distributed values; those more than two standard deviations from the mean are drawn again.</summary>
            public static Initializers.TruncatedNormal TruncatedNormal(double mean = 0.0, double stddev = 0.05, int? seed = null) => new(mean, stddev, seed);

            /// <inheritdoc cref="TruncatedNormal"/>
            public static Initializers.TruncatedNormal truncated_normal(double mean = 0.0, double stddev = 0.05, int? seed = null) => new(mean, stddev, seed);
        }
    }
}

namespace KerasSharp.Initializers
{
    /// <summary>Normally distributed values; those more than two standard deviations from the mean are drawn again. Source: <see href="https://keras.io/api/layers/initializers/#truncatednormal-class"/>.</summary>
    public class TruncatedNormal(double mean = 0.0, double stddev = 0.05, int? seed = null) : RandomInitializer(seed)
    {
        /// <summary>The mean.</summary>
        public double mean { get; } = mean;

        /// <summary>The standard deviation before values are drawn again.</summary>
        public double stddev { get; } = stddev;

        /// <inheritdoc/>
        public override Config get_config() => new() { ["mean"] = mean, ["stddev"] = stddev, ["seed"] = seed };

        /// <inheritdoc/>
        protected override void Fill(Span<float> values, ReadOnlySpan<int> shape, RandomGenerator random) => Draw.TruncatedNormal(values, random, mean, stddev);
    }
}
