using KerasSharp.Metrics;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class metrics
        {
            /// <summary>The mean of Poisson's loss.</summary>
            /// <inheritdoc cref="Metrics.Poisson(string?, string?)"/>
            public static Metrics.Poisson Poisson(string? name = "poisson", string? dtype = null) => new(name, dtype);
        }
    }
}

namespace KerasSharp.Metrics
{
    /// <summary>
    /// The mean of Poisson's loss.
    /// Source: <see href="https://keras.io/api/metrics/probabilistic_metrics/#poisson-class"/>.
    /// </summary>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    public sealed class Poisson(string? name = "poisson", string? dtype = null)
        : MeanMetricWrapper(keras.losses.poisson, name, dtype, nameof(keras.losses.poisson), []);
}
