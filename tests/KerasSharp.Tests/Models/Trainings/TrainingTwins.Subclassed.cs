using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using KerasSharp.Optimizers;
using static KerasSharp.builtins;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Trainings;

// Models that are classes.
internal static partial class TrainingTwins
{
    /// <summary>A generator and a discriminator, each with its own optimizer.</summary>
    internal sealed class GAN() : Model("gan")
    {
        private readonly Layer generator = keras.Sequential([Dense(4, activation: "tanh", name: "g1", input_shape: 2), Dense(3, name: "g2")], name: "generator");
        private readonly Layer discriminator = keras.Sequential([Dense(4, name: "d1", input_shape: 3), LeakyReLU(0.2, name: "d2"), Dense(1, name: "d3")], name: "discriminator");
        private readonly Mean d_metric = keras.metrics.Mean(name: "d_loss"), g_metric = keras.metrics.Mean(name: "g_loss");
        private Optimizer d_optimizer = null!, g_optimizer = null!;
        private Loss loss_fn = null!;

        public override IReadOnlyList<Metric> metrics => [d_metric, g_metric];

        public void compile(Optimizer d_optimizer, Optimizer g_optimizer, Loss loss_fn)
        {
            compile();
            (this.d_optimizer, this.g_optimizer, this.loss_fn) = (d_optimizer, g_optimizer, loss_fn);
        }

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            var (_, noise) = inputs;
            return discriminator.apply(generator.apply(noise));
        }

        public override Logs train_step(Data data)
        {
            var (real, noise) = data[0];
            var fake = generator.apply(noise);
            var both = tf.concat([fake, real], axis: 0);
            var labels = tf.concat([tf.ones_like(fake[.., ..1]), tf.zeros_like(real[.., ..1])], axis: 0);
            using var d_tape = tf.GradientTape();
            var d_loss = loss_fn.apply(labels, discriminator.apply(both));
            d_tape.stop();
            var weights = discriminator.trainable_weights;
            d_optimizer.apply_gradients(zip(d_tape.gradient(d_loss, weights), weights));

            var misleading = tf.zeros_like(fake[.., ..1]);
            using var g_tape = tf.GradientTape();
            var g_loss = loss_fn.apply(misleading, discriminator.apply(generator.apply(noise)));
            g_tape.stop();
            weights = generator.trainable_weights;
            g_optimizer.apply_gradients(zip(g_tape.gradient(g_loss, weights), weights));
            d_metric.update_state(d_loss);
            g_metric.update_state(g_loss);
            return new() { ["d_loss"] = d_metric.result(), ["g_loss"] = g_metric.result() };
        }
    }

    private sealed class MLP() : Model("mlp")
    {
        private readonly Layer d1 = Dense(4, activation: "tanh"), bn = BatchNormalization(), drop = Dropout(0.0), d2 = Dense(1);

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            var x = bn.apply(d1.apply(inputs), training: training);
            return d2.apply(drop.apply(x, training: training));
        }
    }

    private sealed class Unnamed() : Model("two")
    {
        private readonly Layer h = Dense(4, activation: "tanh", name: "h");
        private readonly List<Layer> heads = [Dense(3, activation: "softmax", name: "kind"), Dense(1, name: "size")];

        public override Tensor call(Tensor inputs, bool? training = null) => [.. heads.Select(head => head.apply(h.apply(inputs)))];
    }

    private sealed class ByName() : Model("two")
    {
        private readonly Layer h = Dense(4, activation: "tanh", name: "h");
        private readonly Dictionary<string, Layer> heads = new() { ["size"] = Dense(1, name: "size_head"), ["kind"] = Dense(3, activation: "softmax", name: "kind_head") };

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            var x = h.apply(inputs["features"]) + tf.reduce_sum(inputs["bias"], axis: 1, keepdims: true);
            return new Tensors { ["size"] = heads["size"].apply(x), ["kind"] = heads["kind"].apply(x) };
        }
    }

    private sealed class Auto : Model
    {
        private readonly Layer encoder = keras.Sequential([Dense(2, activation: "tanh", name: "code")], name: "encoder");
        private readonly Layer decoder;

        public Auto()
            : base("auto")
        {
            var i = keras.Input(2);
            decoder = keras.Model(i, Dense(3, name: "picture").apply(i), name: "decoder");
        }

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            var code = encoder.apply(inputs);
            add_loss(0.1 * tf.reduce_mean(tf.square(code)));
            return decoder.apply(code);
        }
    }

    private sealed class Distiller : Model
    {
        private readonly Layer teacher = keras.Sequential([Dense(4, activation: "tanh", name: "t1", input_shape: 3), Dense(3, name: "t2")], name: "teacher");
        private readonly Layer student = keras.Sequential([Dense(3, name: "s1", input_shape: 3)], name: "student");

        public Distiller()
            : base("distiller") => teacher.trainable = false;

        public override Tensor call(Tensor inputs, bool? training = null) => student.apply(inputs);

        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            var soft = tf.nn.softmax(teacher.apply(x, training: false) / 3.0);
            using var tape = tf.GradientTape();
            var logits = student.apply(x, training: true);
            var hard_loss = compiled_loss!.apply(y, logits);
            var soft_loss = tf.reduce_mean(keras.losses.kl_divergence(soft, tf.nn.softmax(logits / 3.0)));
            var loss = (0.1 * hard_loss) + (0.9 * soft_loss);
            var weights = student.trainable_variables;
            optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights));
            compiled_metrics!.update_state(y, logits);
            var logs = Shown(metrics);
            logs["soft"] = soft_loss.item();
            return logs;
        }
    }

    private sealed class Partly() : Model("partly")
    {
        private readonly Layer used = Dense(1, name: "used"), unused = Dense(1, name: "unused");

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            unused.apply(inputs);
            return used.apply(inputs);
        }
    }
}
