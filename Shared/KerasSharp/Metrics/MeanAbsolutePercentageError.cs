using KerasSharp.Metrics;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class metrics
        {
            /// <summary>100 times the mean of absolute differences relative to the truth.</summary>
            /// <inheritdoc cref="Metrics.MeanAbsolutePercentageError(string?, string?)"/>
            public static Metrics.MeanAbsolutePercentageError MeanAbsolutePercentageError(
                string? name = "mean_absolute_percentage_error", string? dtype = null)
                => new(name, dtype);
        }
    }
}

namespace KerasSharp.Metrics
{
    /// <summary>
    /// 100 times the mean of absolute differences relative to the truth.
    /// Source: <see href="https://keras.io/api/metrics/regression_metrics/#meanabsolutepercentageerror-class"/>.
    /// </summary>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    public sealed class MeanAbsolutePercentageError(string? name = "mean_absolute_percentage_error", string? dtype = null)
        : MeanMetricWrapper(keras.losses.mean_absolute_percentage_error, name, dtype, nameof(keras.losses.mean_absolute_percentage_error), []);
}
