using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Errors;

// Losses, metrics, optimizers.
public static partial class ErrorTwins
{
    public static void unknown_optimizer() => optimizers.get("adamm");

    public static void unknown_loss() => losses.get("cross_entropy");

    public static void get_unknown_loss() => losses.get("cross_entropy");

    public static void unknown_metric() => _ = (KerasSharp.Metrics.MetricIdentifier)"accurracy";

    // The compiler refuses these; a file may still hold them.
    public static void unknown_optimizer_argument()
        => optimizers.deserialize(new Config { ["class_name"] = "Adam", ["config"] = new Config { ["learn_rate"] = 0.1 } });

    public static void legacy_decay_argument()
        => optimizers.deserialize(new Config { ["class_name"] = "Adam", ["config"] = new Config { ["decay"] = 0.01 } });

    public static void two_clip_arguments() => optimizers.SGD(clipnorm: 1.0, clipvalue: 0.5);

    public static void momentum_out_of_range() => optimizers.SGD(momentum: 1.5);

    public static void ema_momentum_out_of_range() => optimizers.Adam(use_ema: true, ema_momentum: 1.5);

    public static void optimizer_of_wrong_type() => optimizers.deserialize(3);

    public static void get_loss_of_number() => losses.deserialize(3);

    public static void invalid_reduction() => losses.MeanSquaredError(reduction: "average");

    public static void loss_shape_mismatch() => losses.CategoricalCrossentropy().apply(ops.zeros(2, 3), ops.zeros(2, 4));

    public static void mse_shape_mismatch() => losses.MeanSquaredError().apply(ops.zeros(2, 3), ops.zeros(2, 4));

    public static void metric_shape_mismatch() => metrics.CategoricalAccuracy().update_state(ops.zeros(2, 3), ops.zeros(3, 4));

    public static void piecewise_lengths() => optimizers.schedules.PiecewiseConstantDecay([10, 20], [0.1, 0.2]);

    public static void y_shape_mismatch_categorical() => Loss("categorical_crossentropy", ops.softmax(ops.zeros(8, 3)), ops.zeros(8, 4));

    public static void y_integer_labels_categorical() => Loss("categorical_crossentropy", ops.softmax(ops.zeros(8, 3)), ops.zeros(8));

    public static void y_shape_mismatch_mse() => Loss("mse", ops.zeros(8, 3), ops.zeros(8, 6));

    public static void y_shape_mismatch_binary() => Loss("binary_crossentropy", ops.sigmoid(ops.zeros(8, 3)), ops.zeros(8, 6));

    public static void y_one_hot_for_sparse() => Loss("sparse_categorical_crossentropy", ops.softmax(ops.zeros(8, 3)), ops.zeros(8, 3));

    public static void label_out_of_range_sparse() => Loss("sparse_categorical_crossentropy", ops.softmax(ops.zeros(8, 3)), 5 * ops.ones(8));

    // What fit does with the targets of a batch.
    private static void Loss(string loss, KerasSharp.Engine.Tensor y_pred, KerasSharp.Engine.Tensor y_true)
        => new KerasSharp.Models.Training.CompiledLoss(loss).apply(y_true, y_pred, null, []);
}
