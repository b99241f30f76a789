using KerasSharp.Engine;

namespace KerasSharp.Metrics;

/// <summary>
/// How often predictions and labels 0 and 1 agree.
/// Source: <see href="https://keras.io/api/metrics/accuracy_metrics/#binaryaccuracy-class"/>.
/// </summary>
/// <param name="name">The name that logs show.</param>
/// <param name="dtype">Only <c>float32</c>.</param>
/// <param name="threshold">Above it a prediction means 1.</param>
[KerasExport("keras.metrics.BinaryAccuracy")]
public sealed class BinaryAccuracy(string? name = "binary_accuracy", string? dtype = null, double threshold = 0.5)
    : MeanMetricWrapper(
        (y_true, y_pred) => keras.metrics.binary_accuracy(y_true, y_pred, threshold: threshold),
        name, dtype, nameof(keras.metrics.binary_accuracy), new() { ["threshold"] = threshold })
{
    /// <summary>How many predictions, above the threshold or not, agree with labels 1 and 0; over the last axis.</summary>
    /// <param name="y_true">The truth, batch first.</param>
    /// <param name="y_pred">Predictions, float32.</param>
    /// <param name="threshold">Above it a prediction means 1.</param>
    /// <returns>A share per sample.</returns>
    [KerasExport("keras.metrics.binary_accuracy")]
    internal static Tensor binary_accuracy(Tensor y_true, Tensor y_pred, double threshold = 0.5)
    {
        var predicted = keras.ops.cast(keras.ops.greater(y_pred, Tensor.ScalarBeside(y_pred, threshold)), "float32");
        return keras.ops.mean(keras.ops.cast(keras.ops.equal(keras.ops.cast(y_true, "float32"), predicted), "float32"), -1);
    }
}
