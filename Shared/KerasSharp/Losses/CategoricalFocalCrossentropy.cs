using KerasSharp.Engine;

namespace KerasSharp.Losses;

/// <summary>
/// Categorical cross-entropy in which hard samples weigh more (Lin et al. 2018).
/// Source: <see href="https://keras.io/api/losses/probabilistic_losses/#categoricalfocalcrossentropy-class"/>.
/// </summary>
/// <param name="alpha">A factor of the loss.</param>
/// <param name="gamma">How much less easy samples weigh; 0 gives the plain cross-entropy.</param>
/// <param name="from_logits">Whether predictions are logits, before any softmax.</param>
/// <param name="label_smoothing">In [0, 1]: the share of each label that is spread evenly over all classes.</param>
/// <param name="axis">The axis of the classes.</param>
/// <param name="reduction"><c>auto</c>, <c>sum_over_batch_size</c>, <c>sum</c>, <c>none</c>.</param>
/// <param name="name">The name.</param>
[KerasExport("keras.losses.CategoricalFocalCrossentropy")]
public sealed class CategoricalFocalCrossentropy(
    double alpha = 0.25, double gamma = 2.0, bool from_logits = false, double label_smoothing = 0.0, int axis = -1,
    string reduction = "auto", string? name = "categorical_focal_crossentropy")
    : LossFunctionWrapper(
        (y_true, y_pred) => keras.losses.categorical_focal_crossentropy(y_true, y_pred, alpha, gamma, from_logits, label_smoothing, axis),
        reduction, name, nameof(keras.losses.categorical_focal_crossentropy),
        new()
        {
            ["alpha"] = alpha,
            ["gamma"] = gamma,
            ["from_logits"] = from_logits,
            ["label_smoothing"] = label_smoothing,
            ["axis"] = axis,
        })
{
    /// <summary>Categorical cross-entropy times alpha · (1 - p)^gamma, p being the probability given to the class: hard samples weigh more.</summary>
    /// <param name="y_true">Probabilities of the classes, (batch, …, classes).</param>
    /// <param name="y_pred">Predictions of the same shape, float32.</param>
    /// <param name="alpha">A factor of the loss.</param>
    /// <param name="gamma">How much less easy samples weigh; 0 gives the plain cross-entropy.</param>
    /// <param name="from_logits">Whether predictions are logits, before any softmax.</param>
    /// <param name="label_smoothing">In [0, 1]: the share of each label that is spread evenly over all classes.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <returns>The loss of each sample: the shape without the axis.</returns>
    /// <exception cref="ValueError">The shapes differ.</exception>
    [KerasExport("keras.losses.categorical_focal_crossentropy", "keras.metrics.categorical_focal_crossentropy")]
    internal static Tensor categorical_focal_crossentropy(
        Tensor y_true, Tensor y_pred, double alpha = 0.25, double gamma = 2.0, bool from_logits = false, double label_smoothing = 0.0, int axis = -1)
    {
        y_true = LossesUtils.SameShape(y_true, y_pred);
        y_true = LossesUtils.Smooth(y_true, label_smoothing, 1f / y_true.dim(-1));
        var p = from_logits || y_pred.Logits is not null ? keras.ops.softmax(y_pred.Logits ?? y_pred, axis) : y_pred;
        p = LossesUtils.ClipProbabilities(p / keras.ops.sum(p, axis, keepdims: true));
        var weight = (float)alpha * keras.ops.power(1f - p, Tensor.ScalarBeside(p, (float)gamma));
        return -keras.ops.sum(weight * y_true * keras.ops.log(p), axis);
    }
}
