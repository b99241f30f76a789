using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using NumSharp;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>The C# twins of the Python code in <c>calls.warnings</c> of functional.json, by the names of the cases.</summary>
internal static class GraphWarningTwins
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["a dictionary with a key too many"] = () => GraphErrorTwins.Two().apply(new Tensors { ["p"] = ops.zeros(1, 3), ["q"] = ops.zeros(1, 2), ["r"] = ops.zeros(1, 1) }),
        ["a weight that no gradient reaches"] = () =>
        {
            var m = new Partly();
            m.compile("sgd", "mse");
            m.fit(Ones(2, 3), Ones(2, 1), verbose: 0);
        },
        ["add_loss and no compiled loss is silent"] = () =>
        {
            var i = keras.Input(3);
            var y = Dense(1).apply(i);
            var m = Model(i, y);
            m.add_loss(tf.reduce_mean(y));
            m.compile("sgd");
            m.fit(Ones(2, 3), verbose: 0);
        },
        ["an output without a loss is silent"] = () =>
        {
            var i = keras.Input(3);
            var m = Model(i, [Dense(1, name: "u").apply(i), Dense(1, name: "w").apply(i)]);
            m.compile("sgd", new() { ["u"] = "mse" });
            m.fit(Ones(2, 3), new() { ["u"] = Ones(2, 1) }, verbose: 0);
        },
        ["input_shape behind the first layer"] = () => Sequential([Dense(2, input_shape: 3), Dense(1, input_shape: 3)]),
        ["an Input in a Sequential's list"] = () => Sequential([keras.Input(3), Dense(1)]),
        ["set_learning_phase"] = () =>
        {
            backend.set_learning_phase(1);
            backend.clear_session();
        },
        ["a variable of a Lambda's surroundings"] = () =>
        {
            var w = tf.Variable(2.0, name: "w");
            Lambda(x => x * w, name: "lam").apply(keras.Input(3));
        },
    };

    private static NDArray Ones(int rows, int columns) => np.ones(new Shape(rows, columns));

    private sealed class Partly() : Model(name: "partly")
    {
        private readonly Layer used = Dense(1, name: "used"), unused = Dense(1, name: "unused");

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            unused.apply(inputs);
            return used.apply(inputs);
        }
    }
}
