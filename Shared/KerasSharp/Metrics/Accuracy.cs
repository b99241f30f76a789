using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Metrics;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class metrics
        {
            /// <summary>1 where the prediction equals the truth, else 0.</summary>
            /// <param name="y_true">The truth, batch first.</param>
            /// <param name="y_pred">Predictions, float32.</param>
            /// <returns>The shape of both.</returns>
            public static Tensor accuracy(Tensor y_true, Tensor y_pred)
            {
                y_true = LossesUtils.SameShape(y_true, y_pred);
                return ops.cast(ops.equal(y_true, ops.cast(y_pred, "float32")), "float32");
            }

            /// <summary>How often predictions equal the truth.</summary>
            /// <inheritdoc cref="Metrics.Accuracy(string?, string?)"/>
            public static Metrics.Accuracy Accuracy(string? name = "accuracy", string? dtype = null) => new(name, dtype);
        }
    }
}

namespace KerasSharp.Metrics
{
    /// <summary>
    /// How often predictions equal the truth.
    /// Source: <see href="https://keras.io/api/metrics/accuracy_metrics/#accuracy-class"/>.
    /// </summary>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    public sealed class Accuracy(string? name = "accuracy", string? dtype = null)
        : MeanMetricWrapper(keras.metrics.accuracy, name, dtype, nameof(keras.metrics.accuracy), []);
}
