using KerasSharp.Metrics;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class metrics
        {
            /// <summary>The mean of squared differences.</summary>
            /// <inheritdoc cref="Metrics.MeanSquaredError(string?, string?)"/>
            public static Metrics.MeanSquaredError MeanSquaredError(string? name = "mean_squared_error", string? dtype = null) => new(name, dtype);
        }
    }
}

namespace KerasSharp.Metrics
{
    /// <summary>
    /// The mean of squared differences.
    /// Source: <see href="https://keras.io/api/metrics/regression_metrics/#meansquarederror-class"/>.
    /// </summary>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    public sealed class MeanSquaredError(string? name = "mean_squared_error", string? dtype = null)
        : MeanMetricWrapper(keras.losses.mean_squared_error, name, dtype, nameof(keras.losses.mean_squared_error), []);
}
