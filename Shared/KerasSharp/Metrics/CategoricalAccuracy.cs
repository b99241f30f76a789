using KerasSharp.Engine;
using KerasSharp.Metrics;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class metrics
        {
            /// <summary>
            /// 1 where the largest prediction is that of the true class, else 0; labels are one-hot, of equal predictions the first counts.
            /// </summary>
            /// <param name="y_true">The truth, batch first.</param>
            /// <param name="y_pred">Predictions, float32.</param>
            /// <returns>The shape without its last axis.</returns>
            public static Tensor categorical_accuracy(Tensor y_true, Tensor y_pred)
                => ops.cast(ops.equal(ops.argmax(ops.cast(y_true, "float32"), -1), ops.argmax(y_pred, -1)), "float32");

            /// <summary>How often the largest prediction is that of the true class; labels are one-hot.</summary>
            /// <inheritdoc cref="Metrics.CategoricalAccuracy(string?, string?)"/>
            public static Metrics.CategoricalAccuracy CategoricalAccuracy(string? name = "categorical_accuracy", string? dtype = null) => new(name, dtype);
        }
    }
}

namespace KerasSharp.Metrics
{
    /// <summary>
    /// How often the largest prediction is that of the true class; labels are one-hot.
    /// Source: <see href="https://keras.io/api/metrics/accuracy_metrics/#categoricalaccuracy-class"/>.
    /// </summary>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    public sealed class CategoricalAccuracy(string? name = "categorical_accuracy", string? dtype = null)
        : MeanMetricWrapper(keras.metrics.categorical_accuracy, name, dtype, nameof(keras.metrics.categorical_accuracy), []);
}
