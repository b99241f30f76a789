using System.Text.RegularExpressions;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Metrics;
using KerasSharp.Models;
using KerasSharp.Saving;
using KerasSharp.TestSupport;
using KerasSharp.Utils;
using NumSharp;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>Names that layers, models and weights get by themselves. Runs alone: the counters are the process's.</summary>
[Collection("alone")]
public class GoldenNameTests
{
    private static readonly Dictionary<string, Func<IEnumerable<string>>> Twins = new()
    {
        ["instances of one class"] = () => Names(Dense(1), Dense(1), Dense(1)),
        ["an explicit name does not move the counter"] = () => Names(Dense(1, name: "dense_1"), Dense(1), Dense(1), Dense(1)),
        ["inputs start with 1"] = () => Inputs(null, "mine", null, null),
        ["an input's explicit name and the counter"] = () => Inputs("input_2", null, null),
        ["every class counts for itself"] = () => Names(Dense(1), Conv2D(1, 1), Dense(1), Conv2D(1, 1), LSTM(1)),
        ["wrappers"] = () => Names(Bidirectional(LSTM(1)), TimeDistributed(Dense(1)), Bidirectional(GRU(1)), LSTM(1), Dense(1)),
        ["weights of TimeDistributed and of a shared layer"] = () =>
        {
            var t = TimeDistributed(Dense(1));
            t.apply(keras.ops.ones(1, 2, 2));
            var s = Dense(1);
            s.apply(keras.ops.ones(1, 2));
            s.apply(keras.ops.ones(1, 2));
            return t.weights.Concat(s.weights).Select(w => w.name);
        },
        ["weights of a subclassed model"] = () =>
        {
            var n = new Net();
            n.apply(keras.ops.ones(1, 2, 2));
            return n.weights.Select(w => w.name);
        },
        ["models"] = () =>
        {
            var i = keras.Input(1);
            return Names(keras.Model(i, i), keras.Model(i, i), keras.Sequential(), keras.Sequential(), new MyOwnNet(), new MyOwnNet()).Append("my_own_net_2");
        },
        ["clear_session starts again"] = () =>
        {
            var a = Dense(1).name;
            keras.backend.clear_session();
            return [a, Dense(1).name];
        },
        ["inside of a composite layer"] = () =>
        {
            var (b, c) = (new Block(), new Block());
            return Names(b, b.A, b.B, c, c.A, c.B);
        },
        ["weights of a layer in a nested model"] = () =>
        {
            var i = keras.Input(2);
            var inner = keras.Model(i, Dense(1).apply(i), name: "inner");
            var j = keras.Input(2);
            return keras.Model(j, Dense(1).apply(inner.apply(j)), name: "outer").weights.Select(w => w.name);
        },
        ["weights of composite layers"] = () =>
        {
            var b = new Composite("block");
            b.apply(keras.ops.ones(1, 2));
            return b.weights.Select(w => w.name);
        },
        ["metrics of compile"] = () => Logged(
            [
                "mae", keras.metrics.MeanAbsoluteError(), "mean_squared_error", "MSE", keras.metrics.MeanAbsoluteError(name: "mine"), keras.losses.Huber(),
                (Func<Tensor, Tensor, Tensor>)((y_true, y_pred) => y_pred),
            ]),
        ["one metric with and without weights"] = () => Logged(["mae", "mse"], ["mae", "accuracy"]),
        ["operations count by the function"] = () =>
        {
            var x = keras.Input(2);
            return Operations(x + 1.0, tf.add(x, 1.0), x + 2.0, tf.nn.relu(x), keras.activations.relu(x));
        },
        ["an operation after a layer of its name"] = () =>
        {
            var y = Dense(2, name: "tf.nn.relu").apply(keras.Input(2));
            return Operations(tf.nn.relu(y), tf.nn.relu(y));
        },
        ["user classes"] = () => ((string[])["MyLayer", "HTTPServer", "Conv2DBlock", "_Private", "GELU", "ResNet50Block", "lower", "A", "VGG16", "ABTest", "Layer1D", "My_Layer", "XYZ2Abc"])
            .Select(NameRegistry.ToSnakeCase),
    };

    private static readonly GoldenCases Golden = new("functional.json", "calls.names", waitsFor: (name, c) => Twins.ContainsKey(name) ? null
        : Regex.Matches(c.GetProperty("python").GetString()!, @"(layers|metrics)\.\w+").Select(m => GoldenArguments.Missing(m.Value)).FirstOrDefault(reason => reason is not null)
            ?? "no C# twin of the code yet");

    private static readonly GoldenCases First = new(
        "functional.json", "calls.first_names", waitsFor: (name, _) => GoldenArguments.Missing($"layers.{name}"));

    public static TheoryData<string> Cases => new(Golden.Names);

    public static TheoryData<string> Classes => new(First.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Names_count_as_in_Keras(string name) => Golden.Run(name, c =>
    {
        keras.backend.clear_session();
        Assert.Equal(c.GetProperty("names").EnumerateArray().Select(n => n.GetString()), Twins[name]());
    });

    [Theory, MemberData(nameof(Classes))]
    public void A_class_gives_its_first_object_this_name(string name) => First.Run(
        name, c => Assert.Equal(c.GetString(), NameRegistry.ToSnakeCase(ObjectRegistry.FindFactory("layers", name)!.ReturnType.Name)));

    private static IEnumerable<string> Names(params Layer[] layers) => layers.Select(layer => layer.name);

    private static IEnumerable<string> Operations(params Tensor[] results) => results.Select(y => ((KerasTensor)y).Layer.name);

    private static IReadOnlyList<string> Logged(MetricNest metrics, MetricNest? weighted_metrics = null)
    {
        var model = keras.Sequential([Dense(1, input_shape: 1)]);
        model.compile(optimizer: "sgd", loss: "mse", metrics: metrics, weighted_metrics: weighted_metrics);
        model.evaluate(np.ones(new Shape(1, 1)).astype(np.float32), np.ones(new Shape(1, 1)).astype(np.float32), verbose: 0);
        return model.metrics_names;
    }

    private static IEnumerable<string> Inputs(params string?[] names) => [.. names.Select(name => ((KerasTensor)keras.Input(1, name: name)).name!)];

    private sealed class MyOwnNet : Model;

    private sealed class Block : Layer
    {
        public Layer A { get; } = Dense(1);

        public Layer B { get; } = Dense(1);
    }

    private sealed class Composite(string name) : Layer(name)
    {
        private readonly Layer a = Dense(1);

        public override void build(TensorShape input_shape)
        {
            add_weight(name: "own", shape: 2);
            add_weight(shape: 1);
        }

        public override Tensor call(Tensor inputs, bool? training = null) => a.apply(inputs);
    }

    private sealed class Net : Model
    {
        private readonly Layer a = Dense(1, name: "first"), b = LSTM(1);
        private readonly Variable v = new(keras.ops.ones(), "scale:0");

        public override Tensor call(Tensor inputs, bool? training = null) => a.apply(b.apply(inputs)) * v;
    }
}
