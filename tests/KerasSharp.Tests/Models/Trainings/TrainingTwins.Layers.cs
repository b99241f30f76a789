using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Trainings;

// Layers of the user's own.
internal static partial class TrainingTwins
{
    private sealed class Sparse(double rate = 0.01, LayerArguments kwargs = default) : Layer(kwargs)
    {
        public override Tensor call(Tensor inputs, bool? training = null)
        {
            add_loss(rate * tf.reduce_sum(tf.abs(inputs)));
            add_metric(tf.reduce_mean(tf.cast(inputs > 0, inputs.dtype)), name: "active");
            return inputs;
        }
    }

    private sealed class Scale(double start = 1.0, LayerArguments kwargs = default) : Layer(kwargs)
    {
        private Variable scale = null!, steps = null!;

        public override void build(TensorShape input_shape)
        {
            scale = add_weight(name: "scale", shape: input_shape[^1..], initializer: keras.initializers.Constant(start), regularizer: "l2");
            steps = add_weight(name: "steps", shape: default, initializer: "zeros", trainable: false);
        }

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            if (training == true)
            {
                steps.assign_add(1.0);
            }

            return inputs * scale;
        }

        public override Config get_config() => new(base.get_config()) { ["start"] = start };
    }

    private sealed class Block(int[]? units = null, LayerArguments kwargs = default) : Layer(kwargs)
    {
        private readonly List<Layer> denses = [.. (units ?? [4, 3]).Select((u, i) => Dense(u, activation: "tanh", name: $"dense_{i}"))];
        private readonly Dictionary<string, Layer> extra = new() { ["norm"] = LayerNormalization(name: "norm"), ["out"] = Dense(2, name: "out") };

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            var x = inputs;
            foreach (var d in denses)
            {
                x = d.apply(x);
            }

            return extra["out"].apply(extra["norm"].apply(x));
        }
    }
}
