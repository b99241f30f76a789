using KerasSharp.Engine;
using KerasSharp.Losses;
using KerasSharp.Metrics;

namespace KerasSharp
{
    public static partial class keras
    {
        public static partial class metrics
        {
            /// <summary>The cosine of the angle between truth and prediction; 0 for a zero vector. (The loss of the same name is its negative.)</summary>
            /// <param name="y_true">The truth, batch first.</param>
            /// <param name="y_pred">Predictions, float32.</param>
            /// <param name="axis">The axis of the vectors.</param>
            /// <returns>The shape without the axis.</returns>
            public static Tensor cosine_similarity(Tensor y_true, Tensor y_pred, int axis = -1)
                => ops.sum(LossesUtils.UnitVectors(ops.cast(y_true, "float32"), axis) * LossesUtils.UnitVectors(y_pred, axis), axis);

            /// <summary>The mean cosine of the angle between truth and prediction: 1 where they point the same way.</summary>
            /// <inheritdoc cref="Metrics.CosineSimilarity(string?, string?, int)"/>
            public static Metrics.CosineSimilarity CosineSimilarity(
                string? name = "cosine_similarity", string? dtype = null, int axis = -1)
                => new(name, dtype, axis);
        }
    }
}

namespace KerasSharp.Metrics
{
    /// <summary>
    /// The mean cosine of the angle between truth and prediction: 1 where they point the same way.
    /// Source: <see href="https://keras.io/api/metrics/regression_metrics/#cosinesimilarity-class"/>.
    /// </summary>
    /// <param name="name">The name that logs show.</param>
    /// <param name="dtype">Only <c>float32</c>.</param>
    /// <param name="axis">The axis of the vectors.</param>
    public sealed class CosineSimilarity(string? name = "cosine_similarity", string? dtype = null, int axis = -1)
        : MeanMetricWrapper(
            (y_true, y_pred) => keras.metrics.cosine_similarity(y_true, y_pred, axis: axis),
            name, dtype, nameof(keras.metrics.cosine_similarity), new() { ["axis"] = axis });
}
