using KerasSharp.Engine;
using KerasSharp.Losses;

namespace KerasSharp.Metrics;

/// <summary>
/// How often predictions equal the truth.
/// Source: <see href="https://keras.io/api/metrics/accuracy_metrics/#accuracy-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
[KerasExport("keras.metrics.Accuracy")]
public sealed class Accuracy(string? name = "accuracy", string? dtype = null)
    : MeanMetricWrapper(keras.metrics.accuracy, name, dtype, nameof(keras.metrics.accuracy), [])
{
    /// <summary>1 where the prediction equals the truth, else 0.</summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    /// <returns>The shape of both.</returns>
    [KerasExport("keras.metrics.accuracy")]
    [KerasName("keras.metrics.acc")]
    internal static Tensor accuracy(Tensor y_true, Tensor y_pred)
    {
        y_true = LossesUtils.SameShape(y_true, y_pred);
        return keras.ops.cast(keras.ops.equal(y_true, keras.ops.cast(y_pred, "float32")), "float32");
    }
}
