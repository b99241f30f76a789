using System.Text.Json;
using System.Text.RegularExpressions;
using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>
/// Which value of <c>training</c> reaches a layer: the twins of the Python code in <c>calls.training</c>. Runs alone: the learning phase is
/// the process's.
/// </summary>
[Collection("alone")]
public partial class GoldenTrainingFlagTests
{
    private static readonly Dictionary<string, Func<MaskProbe, Layer>> Twins = new()
    {
        ["a layer, training=None in call"] = probe => probe,
        ["a layer whose call must have training"] = probe => probe,
        ["a layer, training=True in call"] = probe => new TrainsByDefault(probe.Training),
        ["a layer, training=False in call"] = probe => new InfersByDefault(probe.Training),
        ["a functional model of a layer with training=True in call"] = probe => Graph(new TrainsByDefault(probe.Training), null),
        ["a subclassed model with training=False as default"] = probe => new OuterInfersByDefault(probe),
        ["train_step that calls the model with training=False"] = probe => new OwnStep(probe, false),
        ["train_step that calls the model without training"] = probe => new OwnStep(probe, null),
        ["a frozen model"] = probe => Frozen(Graph(probe, null)),
        ["the learning phase is set to 1"] = probe => InPhase(1, probe),
        ["the learning phase is set to 0"] = probe => InPhase(0, probe),
        ["under a tape"] = probe => probe,
        ["a functional model"] = probe => Graph(probe, null),
        ["a functional model, training=True when the layer was called"] = probe => Graph(probe, true),
        ["a functional model, training=False when the layer was called"] = probe => Graph(probe, false),
        ["a functional model, training=None when the layer was called"] = probe => Graph(probe, null),
        ["a Sequential"] = probe => keras.Sequential([keras.layers.Dense(2, input_shape: 2), probe]),
        ["a model in a model"] = probe => Around(Graph(probe, null), null),
        ["a model in a model, called with training=False"] = probe => Around(Graph(probe, null), false),
        ["a model in a model, called with training=True"] = probe => Around(Graph(probe, null), true),
        ["a Sequential in a functional model"] = probe => Around(keras.Sequential([keras.layers.Dense(2), probe]), null),
        ["a subclassed model that hands nothing on"] = probe => new Outer(probe, handsOn: false, null),
        ["a subclassed model that hands training on"] = probe => new Outer(probe, handsOn: true, null),
        ["a subclassed model whose call has no training"] = probe => new Outer(probe, handsOn: false, null),
        ["a subclassed model that says training=True inside"] = probe => new Outer(probe, handsOn: false, true),
        ["a subclassed model that says training=None inside"] = probe => new Outer(probe, handsOn: false, null),
        ["three layers deep, the middle one without training"] = probe => new Around1(new Around1(probe)),
        ["TimeDistributed"] = probe => keras.layers.TimeDistributed(probe),
        ["a cell of an RNN"] = probe => keras.layers.RNN(new ProbeCell(probe), unroll: true),
        ["a layer without training, called with it"] = probe => new Around1(probe),
    };

    private static readonly GoldenCases Golden = new(
        "functional.json", "calls.training",
        waitsFor: (name, c) => Twins.ContainsKey(name) ? null
            : Regex.Matches(c.GetProperty("python").GetString()!, @"layers\.\w+").Select(m => GoldenArguments.Missing(m.Value)).FirstOrDefault(reason => reason is not null)
                ?? "no C# twin of the code yet");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Training_reaches_a_layer_as_in_Keras(string name) => Golden.Run(name, c =>
    {
        var probe = new MaskProbe();
        var layer = Twins[name](probe);
        var shape = InputShape().Match(c.GetProperty("python").GetString()!);
        var x = np.ones(shape.Success ? new Shape([.. shape.Groups[1].Value.Split(',').Select(int.Parse)]) : new Shape(2, 2)).astype(np.float32);
        if (layer is Model model)
        {
            model.compile(optimizer: "sgd", loss: "mse");
        }

        using var tape = name == "under a tape" ? tf.GradientTape() : null;
        foreach (var call in c.GetProperty("calls").EnumerateArray())
        {
            probe.Training.Clear();
            Run(layer, call.GetProperty("call").GetString()!, x);
            bool?[] expected = [.. call.GetProperty("seen").EnumerateArray().Select(s => s.ValueKind == JsonValueKind.Null ? (bool?)null : s.GetBoolean())];
            Assert.Equal(expected, probe.Training.Distinct());
        }

        keras.backend.clear_session();
    });

    [GeneratedRegex(@"(?m)^x = np\.ones\(\(([\d, ]+)\)")]
    private static partial Regex InputShape();

    // inputs + states[0], and the inputs as the new state.
    private sealed class ProbeCell(MaskProbe probe) : AbstractRNNCell
    {
        public override StateSize state_size => 2;

        public override Tensor call(Tensor inputs, Tensor states, bool? training = null)
        {
            probe.Training.Add(training);
            return (inputs + states[0], [inputs]);
        }
    }

    private static void Run(Layer layer, string call, NDArray x)
    {
        switch (call)
        {
            case "model(x)" or "model(x, training=None)":
                layer.apply(x);
                break;
            case "model(x, training=True)":
                layer.apply(x, training: true);
                break;
            case "model(x, training=False)":
                layer.apply(x, training: false);
                break;
            case "model.fit(x, x, verbose=0)":
                ((Model)layer).fit(x, x, verbose: 0);
                break;
            case "model.evaluate(x, x, verbose=0)":
                ((Model)layer).evaluate(x, x, verbose: 0);
                break;
            case "model.train_on_batch(x, x)":
                ((Model)layer).train_on_batch(x, x);
                break;
            case "model.test_on_batch(x, x)":
                ((Model)layer).test_on_batch(x, x);
                break;
            case "model.predict(x, verbose=0)":
                ((Model)layer).predict(x, verbose: 0);
                break;
            case "model.predict_on_batch(x)":
                ((Model)layer).predict_on_batch(x);
                break;
            default:
                Assert.Fail($"unknown call: {call}");
                break;
        }
    }

    private static Functional Graph(Layer probe, bool? training)
    {
        var i = keras.Input(2);
        return keras.Model(i, probe.apply(keras.layers.Dense(2).apply(i), training));
    }

    private static Functional Frozen(Functional model)
    {
        model.trainable = false;
        return model;
    }

    private static Layer InPhase(int value, Layer probe)
    {
        keras.backend.set_learning_phase(value);
        return probe;
    }

    private static Functional Around(Layer inner, bool? training)
    {
        var i = keras.Input(2);
        return keras.Model(i, inner.apply(i, training));
    }

    private sealed class Outer(MaskProbe probe, bool handsOn, bool? says) : Model
    {
        private readonly Layer dense = keras.layers.Dense(2);
        private readonly Layer probe = probe;

        public override Tensor call(Tensor inputs, bool? training = null) => probe.apply(dense.apply(inputs), handsOn ? training : says);
    }

    private sealed class Around1(Layer inner) : Layer
    {
        private readonly Layer inner = inner;

        public override Tensor call(Tensor inputs, bool? training = null) => inner.apply(inputs);
    }

    private sealed class TrainsByDefault(List<bool?> seen) : Layer
    {
        public override Tensor call(Tensor inputs, bool? training = true)
        {
            seen.Add(training);
            return keras.ops.copy(inputs);
        }
    }

    private sealed class InfersByDefault(List<bool?> seen) : Layer
    {
        public override Tensor call(Tensor inputs, bool? training = false)
        {
            seen.Add(training);
            return keras.ops.copy(inputs);
        }
    }

    private sealed class OuterInfersByDefault(MaskProbe probe) : Model
    {
        private readonly Layer probe = probe, d = keras.layers.Dense(2);

        public override Tensor call(Tensor inputs, bool? training = false) => d.apply(probe.apply(inputs));
    }

    private sealed class OwnStep : Functional
    {
        private readonly bool? training;

        public OwnStep(MaskProbe probe, bool? training)
            : this(keras.Input(2), probe) => this.training = training;

        private OwnStep(Tensor i, MaskProbe probe)
            : base(i, probe.apply(keras.layers.Dense(2).apply(i)))
        {
        }

        public override Logs train_step(KerasSharp.Data data)
        {
            var (x, y) = data;
            using var tape = tf.GradientTape();
            var loss = compute_loss(x, y, apply(x, training: training));
            optimizer.minimize(loss, trainable_variables, tape);
            return new() { ["loss"] = loss.item() };
        }
    }
}
