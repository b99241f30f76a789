using KerasSharp.Metrics;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class metrics
        {
            /// <summary>The mean of squared differences of log(1 + x).</summary>
            /// <inheritdoc cref="Metrics.MeanSquaredLogarithmicError(string?, string?)"/>
            public static Metrics.MeanSquaredLogarithmicError MeanSquaredLogarithmicError(
                string? name = "mean_squared_logarithmic_error", string? dtype = null)
                => new(name, dtype);
        }
    }
}

namespace KerasSharp.Metrics
{
    /// <summary>
    /// The mean of squared differences of log(1 + x).
    /// Source: <see href="https://keras.io/api/metrics/regression_metrics/#meansquaredlogarithmicerror-class"/>.
    /// </summary>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    public sealed class MeanSquaredLogarithmicError(string? name = "mean_squared_logarithmic_error", string? dtype = null)
        : MeanMetricWrapper(keras.losses.mean_squared_logarithmic_error, name, dtype, nameof(keras.losses.mean_squared_logarithmic_error), []);
}
