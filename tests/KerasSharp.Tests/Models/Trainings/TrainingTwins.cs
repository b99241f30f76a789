using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Models;
using static KerasSharp.builtins;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Trainings;

/// <summary>C# twins of the Python models in functional.json's trainings, each by the name of its case.</summary>
internal static partial class TrainingTwins
{
    private static readonly Dictionary<string, Func<Model>> Models = new()
    {
        ["a loss by name for all outputs"] = Two,
        ["a list of losses, a list of weights, nested metrics"] = Two,
        ["a dictionary of losses, weights and metrics"] = Two,
        ["loss objects and a loss function"] = Two,
        ["a flat list of metrics goes to every output"] = Two,
        ["one metric by name, accuracy differs by output"] = Two,
        ["no loss for one output, by a list"] = Two,
        ["no loss for one output, by a dictionary"] = Two,
        ["sample weights by a list"] = Two,
        ["sample weights by a dictionary"] = Two,
        ["one array of sample weights for all outputs"] = Two,
        ["validation_split of nests"] = Two,
        ["on_batch methods with two outputs"] = Two,
        ["loss functions and an own loss class"] = Two,
        ["dictionary outputs"] = () => new Heads("size", "kind", "size", "kind"),
        ["dictionary outputs whose keys are not the layers' names"] = () => new Heads("score_head", "class_head", "score", "class"),
        ["train_step by compute_loss and compute_metrics"] = () => new ByComputeLoss(),
        ["train_step that updates all metrics in a loop"] = () => new MetricsInALoop(),
        ["train_step without compile's loss, own metrics"] = () => new OwnTrackers(),
        ["own metrics that are not in the property metrics"] = () => new Tracked(),
        ["predict_step"] = () => new Doubled(),
        ["compute_loss"] = () => new OwnLoss(),
        ["compute_metrics"] = () => new OwnMetrics(),
        ["train_step with compiled_loss and compiled_metrics"] = () => new ByCompiledLoss(),
        ["an own metric with state"] = () => new Chain(),
        ["metric functions and their names"] = () => new Chain(),
        ["a subclassed model with a list of outputs"] = () => new Unnamed(),
        ["a subclassed model with a dictionary of outputs"] = () => new ByName(),
        ["models inside of a subclassed model"] = () => new Auto(),
        ["distillation: a frozen teacher in a field"] = () => new Distiller(),
    };

    /// <summary>Whether the case has a twin.</summary>
    public static bool Has(string name) => Models.ContainsKey(name);

    /// <summary>The model of a case.</summary>
    public static Model Create(string name) => Models[name]();

    private static Tensor SquaredError(Tensor y, Tensor y_pred) => keras.ops.mean(keras.ops.square(y - y_pred));

    private static Outputs Two() => new();

    private static Logs Shown(IEnumerable<Metric> metrics)
    {
        var logs = new Logs();
        foreach (var metric in metrics)
        {
            logs[metric.name] = metric.result();
        }

        return logs;
    }

    internal class Chain() : UserModel("custom")
    {
        private readonly Layer h = Dense(4, activation: "tanh", name: "h"), y = Dense(1, name: "y");

        public override Tensor call(Tensor inputs, bool? training = null) => y.apply(h.apply(inputs));

        protected void Update(GradientTape tape, Tensor loss)
        {
            var gradients = tape.gradient(loss, trainable_variables);
            optimizer.apply_gradients(zip(gradients, trainable_variables));
        }
    }

    internal sealed class Outputs() : UserModel("two")
    {
        private readonly Layer h = Dense(4, activation: "tanh", name: "h"), kind = Dense(3, activation: "softmax", name: "kind"), size = Dense(1, name: "size");

        public override IReadOnlyList<string>? output_names => ["kind", "size"];

        public override Tensor call(Tensor inputs, bool? training = null) => h.apply(inputs) is var x ? [kind.apply(x), size.apply(x)] : [];
    }

    private sealed class Heads(string size_name, string kind_name, string size_key, string kind_key) : UserModel("dict_outputs")
    {
        private readonly Layer h = Dense(4, activation: "tanh", name: "h"), kind = Dense(3, activation: "softmax", name: kind_name), size = Dense(1, name: size_name);

        public override IReadOnlyList<string>? output_names => [kind_name, size_name];

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            var x = h.apply(inputs);
            return new Tensors { [size_key] = size.apply(x), [kind_key] = kind.apply(x) };
        }
    }

    private sealed class Unnamed() : UserModel("two")
    {
        private readonly Layer h = Dense(4, activation: "tanh", name: "h");
        private readonly List<Layer> heads = [Dense(3, activation: "softmax", name: "kind"), Dense(1, name: "size")];

        public override Tensor call(Tensor inputs, bool? training = null) => [heads[0].apply(h.apply(inputs)), heads[1].apply(h.apply(inputs))];
    }

    private sealed class ByName() : UserModel("two")
    {
        private readonly Layer h = Dense(4, activation: "tanh", name: "h");
        private readonly Dictionary<string, Layer> heads = new() { ["size"] = Dense(1, name: "size_head"), ["kind"] = Dense(3, activation: "softmax", name: "kind_head") };

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            var x = h.apply(inputs["features"]) + keras.ops.sum(inputs["bias"], 1, keepdims: true);
            return new Tensors { ["size"] = heads["size"].apply(x), ["kind"] = heads["kind"].apply(x) };
        }
    }

    private sealed class Auto() : UserModel("auto")
    {
        private readonly Layer encoder = keras.Sequential([Dense(2, activation: "tanh", name: "code")], name: "encoder");
        private readonly Layer decoder = Dense(3, name: "picture");

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            var code = encoder.apply(inputs);
            add_loss(0.1 * keras.ops.mean(keras.ops.square(code)));
            return decoder.apply(code);
        }
    }

    private sealed class Distiller : UserModel
    {
        private readonly Layer teacher = keras.Sequential([Dense(4, activation: "tanh", name: "t1", input_shape: 3), Dense(3, name: "t2")], name: "teacher");
        private readonly Layer student = keras.Sequential([Dense(3, name: "s1", input_shape: 3)], name: "student");

        public Distiller()
            : base("distiller") => teacher.trainable = false;

        public override Tensor call(Tensor inputs, bool? training = null) => student.apply(inputs);

        public override Logs train_step(Data data)
        {
            var (x, y) = data;
            var soft = keras.ops.softmax(teacher.apply(x, training: false) / 3.0);
            using var tape = tf.GradientTape();
            var logits = student.apply(x, training: true);
            var hard_loss = compiled_loss!.apply(y, logits);
            var soft_loss = keras.ops.mean(keras.losses.kl_divergence(soft, keras.ops.softmax(logits / 3.0)));
            var loss = (0.1 * hard_loss) + (0.9 * soft_loss);
            var weights = student.trainable_variables;
            optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights));
            compiled_metrics!.update_state(y, logits);
            var logs = Shown(metrics);
            logs["soft"] = soft_loss.item();
            return logs;
        }
    }
}
