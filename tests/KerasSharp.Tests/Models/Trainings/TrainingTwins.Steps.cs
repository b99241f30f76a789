using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using static KerasSharp.builtins;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Trainings;

// The models with a train_step, test_step or predict_step of their own.
internal static partial class TrainingTwins
{
    private sealed class ByComputeLoss : Chain
    {
        public override Logs train_step(Data data)
        {
            var (x, y, sample_weight) = data;
            using var tape = tf.GradientTape();
            var y_pred = apply(x, training: true);
            var loss = compute_loss(x, y, y_pred, sample_weight);
            Update(tape, loss);
            return compute_metrics(x, y, y_pred, sample_weight);
        }
    }

    private sealed class MetricsInALoop : Chain
    {
        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            using var tape = tf.GradientTape();
            var y_pred = apply(x, training: true);
            var loss = compute_loss(y: y, y_pred: y_pred);
            Update(tape, loss);
            foreach (var metric in metrics)
            {
                if (metric is Mean mean)
                {
                    mean.update_state(loss);
                }
                else
                {
                    metric.update_state(y, y_pred);
                }
            }

            return Shown(metrics);
        }
    }

    private sealed class ByCompiledLoss() : UserModel("custom")
    {
        private readonly Layer h = Dense(4, activation: "tanh", kernel_regularizer: "l2", name: "h"), y = Dense(1, name: "y");

        public override Tensor call(Tensor inputs, bool? training = null) => y.apply(h.apply(inputs));

        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            using var tape = tf.GradientTape();
            var y_pred = apply(x, training: true);
            var loss = compiled_loss!.apply(y, y_pred, regularization_losses: losses);
            optimizer.apply_gradients(zip(tape.gradient(loss, trainable_variables), trainable_variables));
            compiled_metrics!.update_state(y, y_pred);
            return Shown(metrics);
        }

        public override Logs test_step(Data data)
        {
            var (x, y) = data;
            var y_pred = apply(x, training: false);
            compiled_loss!.apply(y, y_pred, regularization_losses: losses);
            compiled_metrics!.update_state(y, y_pred);
            return Shown(metrics);
        }
    }

    private sealed class OwnTrackers : Chain
    {
        private readonly Mean loss_tracker = keras.metrics.Mean(name: "loss");
        private readonly Metric mae_metric = keras.metrics.MeanAbsoluteError(name: "mae");

        public override IReadOnlyList<Metric> metrics => [loss_tracker, mae_metric];

        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            using var tape = tf.GradientTape();
            var y_pred = apply(x, training: true);
            var loss = SquaredError(y, y_pred);
            Update(tape, loss);
            loss_tracker.update_state(loss);
            mae_metric.update_state(y, y_pred);
            return new() { ["loss"] = loss_tracker.result(), ["mae"] = mae_metric.result() };
        }

        public override Logs test_step(Data data)
        {
            var (x, y) = data;
            mae_metric.update_state(y, apply(x, training: false));
            return new() { ["mae"] = mae_metric.result() };
        }
    }

    private sealed class Tracked : Chain
    {
        private readonly Mean tracker = keras.metrics.Mean(name: "tracked");

        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            using var tape = tf.GradientTape();
            var loss = SquaredError(y, apply(x, training: true));
            Update(tape, loss);
            tracker.update_state(loss);
            return new() { ["tracked"] = tracker.result(), ["last"] = loss.item() };
        }
    }

    private sealed class Doubled : Chain
    {
        public override Tensor predict_step(Data data)
        {
            Tensor x = data;
            return new Tensors { ["prediction"] = apply(x, training: false), ["doubled"] = 2.0 * apply(x, training: false) };
        }
    }

    private sealed class OwnLoss : Chain
    {
        private readonly Mean loss_tracker = keras.metrics.Mean(name: "loss");

        public override IReadOnlyList<Metric> metrics => [loss_tracker];

        public override Tensor compute_loss(Tensor? x = null, Tensor? y = null, Tensor? y_pred = null, Tensor? sample_weight = null)
        {
            var loss = SquaredError(y!, y_pred!);
            foreach (var w in trainable_variables)
            {
                loss += 0.1 * keras.ops.sum(keras.ops.square(w));
            }

            loss_tracker.update_state(loss);
            return loss;
        }
    }

    private sealed class OwnMetrics : Chain
    {
        private readonly Mean largest = keras.metrics.Mean(name: "largest");

        public override Logs compute_metrics(Tensor? x, Tensor? y, Tensor y_pred, Tensor? sample_weight)
        {
            var results = base.compute_metrics(x, y, y_pred, sample_weight);
            largest.update_state(keras.ops.max(keras.ops.abs(y_pred)));
            results["largest"] = largest.result();
            return results;
        }
    }
}
