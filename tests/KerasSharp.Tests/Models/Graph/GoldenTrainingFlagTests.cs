using System.Text.Json;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>Which value of <c>training</c> reaches a layer: the twins of the Python code in <c>calls.training</c>.</summary>
public class GoldenTrainingFlagTests
{
    private static readonly Dictionary<string, Func<MaskProbe, Layer>> Twins = new()
    {
        ["a layer, training=None in call"] = probe => probe,
        ["a layer whose call must have training"] = probe => probe,
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
        ["a layer without training, called with it"] = probe => new Around1(probe),
    };

    private static readonly GoldenCases Golden = new(
        "functional.json", "calls.training", waitsFor: (name, _) => Twins.ContainsKey(name) ? null : "no C# twins of the code yet: training");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Training_reaches_a_layer_as_in_Keras(string name) => Golden.Run(name, c =>
    {
        var probe = new MaskProbe();
        var layer = Twins[name](probe);
        var x = np.ones(new Shape(2, 2)).astype(np.float32);
        if (layer is Model model)
        {
            model.compile(optimizer: "sgd", loss: "mse");
        }

        foreach (var call in c.GetProperty("calls").EnumerateArray())
        {
            probe.Training.Clear();
            if (Run(layer, call.GetProperty("call").GetString()!, x))
            {
                bool?[] expected = [.. call.GetProperty("seen").EnumerateArray().Select(s => s.ValueKind == JsonValueKind.Null ? (bool?)null : s.GetBoolean())];
                Assert.Equal(expected, probe.Training.Distinct());
            }
        }
    });

    private static bool Run(Layer layer, string call, NDArray x)
    {
        switch (call)
        {
            case "model(x)" or "model(x, training=None)":
                layer.apply(x);
                return true;
            case "model(x, training=True)":
                layer.apply(x, training: true);
                return true;
            case "model(x, training=False)":
                layer.apply(x, training: false);
                return true;
            case "model.fit(x, x, verbose=0)":
                ((Model)layer).fit(x, x, verbose: 0);
                return true;
            case "model.evaluate(x, x, verbose=0)":
                ((Model)layer).evaluate(x, x, verbose: 0);
                return true;
            case "model.train_on_batch(x, x)":
                ((Model)layer).train_on_batch(x, x);
                return true;
            case "model.test_on_batch(x, x)":
                ((Model)layer).test_on_batch(x, x);
                return true;
            default:
                return false;
        }
    }

    private static Functional Graph(MaskProbe probe, bool? training)
    {
        var i = keras.Input(2);
        return keras.Model(i, probe.apply(keras.layers.Dense(2).apply(i), training));
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
}
