using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Metrics;
using KerasSharp.Models;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Models.Trainings;

// The models with a train_step, test_step or predict_step of their own.
internal static partial class TrainingTwins
{
    private sealed class ByComputeLoss(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null) : Functional(inputs, outputs, name)
    {
        public override Logs train_step(Data data)
        {
            var (x, y, sample_weight) = data;
            using var tape = tf.GradientTape();
            var y_pred = apply(x, training: true);
            var loss = compute_loss(x, y, y_pred, sample_weight);
            optimizer.minimize(loss, trainable_variables, tape);
            return compute_metrics(x, y, y_pred, sample_weight);
        }
    }

    private sealed class MetricsInALoop(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null) : Functional(inputs, outputs, name)
    {
        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            using var tape = tf.GradientTape();
            var y_pred = apply(x, training: true);
            var loss = compute_loss(y: y, y_pred: y_pred);
            var gradients = tape.gradient(loss, trainable_variables);
            optimizer.apply_gradients(zip(gradients, trainable_variables));
            foreach (var metric in metrics)
            {
                if (metric.name == "loss")
                {
                    ((Mean)metric).update_state(loss);
                }
                else
                {
                    metric.update_state(y, y_pred);
                }
            }

            return Shown(metrics);
        }
    }

    private sealed class ByCompiledLoss(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null) : Functional(inputs, outputs, name)
    {
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

    private sealed class OwnTrackers(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null) : Functional(inputs, outputs, name)
    {
        // Variables outside of the class in Python.
        [NotTracked]
        private readonly Mean loss_tracker = keras.metrics.Mean(name: "loss");
        [NotTracked]
        private readonly Metric mae_metric = keras.metrics.MeanAbsoluteError(name: "mae");

        public override IReadOnlyList<Metric> metrics => [loss_tracker, mae_metric];

        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            using var tape = tf.GradientTape();
            var y_pred = apply(x, training: true);
            var loss = tf.reduce_mean(tf.square(y - y_pred));
            optimizer.minimize(loss, trainable_variables, tape);
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

    private sealed class Tracked(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null) : Functional(inputs, outputs, name)
    {
        private readonly Mean tracker = keras.metrics.Mean(name: "tracked");

        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            using var tape = tf.GradientTape();
            var loss = tf.reduce_mean(tf.square(y - apply(x, training: true)));
            optimizer.minimize(loss, trainable_variables, tape);
            tracker.update_state(loss);
            return new() { ["tracked"] = tracker.result(), ["last"] = loss.item() };
        }
    }

    private sealed class Doubled(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null) : Functional(inputs, outputs, name)
    {
        public override Tensor predict_step(Data data)
        {
            Tensor x = data;
            return new Tensors { ["prediction"] = apply(x, training: false), ["doubled"] = 2.0 * apply(x, training: false) };
        }
    }

    private sealed class OwnLoss(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null) : Functional(inputs, outputs, name)
    {
        private readonly Mean loss_tracker = keras.metrics.Mean(name: "loss");

        public override IReadOnlyList<Metric> metrics => [loss_tracker];

        public override Tensor compute_loss(Tensor? x = null, Tensor? y = null, Tensor? y_pred = null, Tensor? sample_weight = null)
        {
            var loss = tf.reduce_mean(tf.square(y_pred! - y!)) + (0.1 * tf.add_n([.. trainable_variables.Select(w => tf.reduce_sum(tf.square(w)))]));
            loss_tracker.update_state(loss);
            return loss;
        }
    }

    private sealed class OwnMetrics(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null) : Functional(inputs, outputs, name)
    {
        private readonly Mean largest = keras.metrics.Mean(name: "largest");

        public override Logs compute_metrics(Tensor? x, Tensor? y, Tensor y_pred, Tensor? sample_weight)
        {
            var results = base.compute_metrics(x, y, y_pred, sample_weight);
            largest.update_state(tf.reduce_max(tf.abs(y_pred)));
            results["largest"] = largest.result();
            return results;
        }
    }

    private sealed class GradientPenalty(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null) : Functional(inputs, outputs, name)
    {
        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            using var tape = tf.GradientTape();
            Tensor y_pred;
            using var inner = tf.GradientTape();
            inner.watch(x);
            y_pred = apply(x, training: true);
            inner.stop();
            var g = inner.gradient(y_pred, x)!;
            var penalty = tf.reduce_mean(tf.square(tf.norm(g, axis: 1) - 1.0));
            var loss = tf.reduce_mean(tf.square(y - y_pred)) + (1.0 * penalty);
            optimizer.minimize(loss, trainable_variables, tape);
            return new() { ["loss"] = loss.item(), ["penalty"] = penalty.item() };
        }
    }

    private sealed class Accumulated(Nest<Tensor> inputs, Nest<Tensor> outputs, string? name = null) : Functional(inputs, outputs, name)
    {
        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            var half = x.shape[0]!.Value / 2;
            List<Tensor> sums = [.. trainable_variables.Select(w => tf.zeros_like(w))];
            var loss = tf.constant(0.0);
            foreach (var part in (Range[])[0..half, half..^0])
            {
                using var tape = tf.GradientTape();
                loss = compute_loss(x[part], y[part], apply(x[part], training: true));
                sums = [.. sums.Zip(tape.gradient(loss, trainable_variables), (s, g) => s + g!)];
            }

            var (clipped, norm) = tf.clip_by_global_norm(sums, 0.5);
            optimizer.apply_gradients(zip(clipped, trainable_variables));
            return new() { ["loss"] = loss.item(), ["norm"] = norm.item() };
        }
    }
}
