using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using KerasSharp.Saving;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Saving.LegacyH5;

/// <summary>The own classes and functions of the models in golden files, as a user writes them in C#: twins of <c>custom_objects</c> in io.json.</summary>
internal static class ZooObjects
{
    private static readonly Dictionary<string, object> All = new()
    {
        ["Offset"] = typeof(Offset),
        ["Zoo>ScaledDense"] = typeof(ScaledDense),
        ["Zoo>PowerLoss"] = typeof(PowerLoss),
        ["Zoo>LargestError"] = typeof(LargestError),
        ["Zoo>tilted"] = (Func<Tensor, Tensor>)tilted,
        ["soft_cap"] = (Func<Tensor, Tensor>)soft_cap,
        ["halved_mse"] = (Func<Tensor, Tensor, Tensor>)halved_mse,
        ["gap"] = (Func<Tensor, Tensor, Tensor>)gap,
        ["double_and_shift"] = (Func<Tensor, Tensor>)double_and_shift,
    };

    // Bodies of Lambda layers, by the formulas that io.json gives.
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Formulas = new() { ["2 * x + 1"] = double_and_shift, ["3 * tanh(x / 3)"] = soft_cap };

    static ZooObjects()
    {
        foreach (var registered in (Type[])[typeof(ScaledDense), typeof(PowerLoss), typeof(LargestError)])
        {
            keras.saving.register_keras_serializable(registered, package: "Zoo");
        }
    }

    /// <summary>Whether there is a class of this name.</summary>
    public static bool Has(string className) => All.Values.OfType<Type>().Any(type => type.Name == className);

    /// <summary>What a reader of the file is handed: own objects by their names, bodies of Lambda layers by the layers' names.</summary>
    public static Dictionary<string, object> Of(JsonElement io)
    {
        var objects = new Dictionary<string, object>();
        if (io.TryGetProperty("custom_objects", out var own))
        {
            foreach (var name in own.EnumerateArray().Select(o => o.GetProperty("registered_name").GetString()!))
            {
                objects[name] = All[name];
            }
        }

        if (io.TryGetProperty("lambdas", out var lambdas))
        {
            foreach (var lambda in lambdas.EnumerateObject())
            {
                objects[lambda.Name] = Formulas[lambda.Value.GetString()!];
            }
        }

        return objects;
    }

    private static Tensor tilted(Tensor x) => (x * keras.ops.sigmoid(x)) + (0.1 * x);

    private static Tensor soft_cap(Tensor x) => 3.0 * keras.ops.tanh(x / 3.0);

    private static Tensor double_and_shift(Tensor x) => (2.0 * x) + 1.0;

    private static Tensor halved_mse(Tensor y_true, Tensor y_pred) => 0.5 * keras.ops.mean(keras.ops.square(y_pred - y_true), -1);

    private static Tensor gap(Tensor y_true, Tensor y_pred) => keras.ops.mean(keras.ops.abs(y_pred - y_true), -1);

    /// <summary>A subclassed model, whose layers are not made in the order in which they are used.</summary>
    internal sealed class TinyNet : Model
    {
        private readonly int units, depth, outputs;
        private readonly bool use_norm;
        private readonly Layer last, first;
        private readonly List<Layer> blocks;
        private readonly Layer? norm;

        public TinyNet(int units = 4, int depth = 2, int outputs = 2, bool use_norm = true, string? name = null)
            : base(name)
        {
            (this.units, this.depth, this.outputs, this.use_norm) = (units, depth, outputs, use_norm);
            last = Dense(outputs, name: "result");
            first = Dense(units, activation: "tanh", name: "entry");
            blocks = [.. Enumerable.Range(0, depth).Select(_ => Dense(units, activation: "relu"))];
            norm = use_norm ? BatchNormalization() : null;
        }

        public override Tensor call(Tensor inputs, bool? training = false)
        {
            var x = first.apply(inputs);
            foreach (var block in blocks)
            {
                x += block.apply(x);
            }

            return last.apply(norm is null ? x : norm.apply(x, training: training));
        }

        public override Config get_config() => new() { ["units"] = units, ["depth"] = depth, ["outputs"] = outputs, ["use_norm"] = use_norm };
    }

    private sealed class Offset(double amount = 1.0, LayerArguments kwargs = default) : Layer(kwargs)
    {
        private Variable shift = null!;

        public override void build(TensorShape input_shape) => shift = add_weight(name: "shift", shape: input_shape[^1..], initializer: "ones");

        public override Tensor call(Tensor inputs, bool? training = null) => inputs + (amount * shift);

        public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

        public override Config get_config() => new(base.get_config()) { ["amount"] = amount };
    }

    private sealed class ScaledDense(int units, double scale = 2.0, LayerArguments kwargs = default) : Layer(kwargs)
    {
        private Variable kernel = null!, bias = null!;

        public override void build(TensorShape input_shape)
        {
            kernel = add_weight(name: "kernel", shape: (input_shape[^1]!.Value, units), initializer: "glorot_uniform");
            bias = add_weight(name: "bias", shape: units, initializer: "zeros");
        }

        public override Tensor call(Tensor inputs, bool? training = null) => (scale * keras.ops.matmul(inputs, kernel)) + bias;

        public override TensorShape compute_output_shape(TensorShape input_shape) => new([.. input_shape.SkipLast(1), units]);

        public override Config get_config() => new(base.get_config()) { ["units"] = units, ["scale"] = scale };
    }

    private sealed class PowerLoss(double power = 3.0, string name = "power_loss", string reduction = "auto") : Loss(reduction, name)
    {
        public override Tensor call(Tensor y_true, Tensor y_pred) => keras.ops.mean(tf.pow(keras.ops.abs(y_pred - y_true), power), -1);

        public override Config get_config() => new(base.get_config()) { ["power"] = power };
    }

    private sealed class LargestError : Metric
    {
        private readonly Variable value;

        public LargestError(string name = "largest_error", string? dtype = null)
            : base(name, dtype) => value = add_weight(name: "value", shape: default, initializer: "zeros");

        public override void update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
            => value.assign(keras.ops.maximum(value, keras.ops.max(keras.ops.abs(y_pred - y_true))));

        public override MetricResult result() => value.item();
    }
}
