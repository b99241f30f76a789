using KerasSharp;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using NumSharp;
using static KerasSharp.builtins;
using static KerasSharp.keras.layers;
using static KerasSharp.keras.models;

namespace UserCode;

/// <summary>Lines that Keras users write, in the forms that C# has for them: each compiles and gives what Keras gives.</summary>
[Collection("one after another")]
public class ReviewedForms
{
    private static readonly NDArray X = np.ones(new NumSharp.Shape(6, 8), typeof(float));

    [Fact]
    public void Outputs_are_read_by_number_and_by_name()
    {
        var inputs = Input(8);
        var (p, q) = (Dense(2).apply(inputs), Dense(3).apply(inputs));
        var list = Model(inputs, [p, q]).predict(X, verbose: 0);
        Assert.Equal([2L, 3L], [list[0].shape[1], list[-1].shape[1]]);
        Assert.Equal(2, list.Cast<NDArray>().Count());
        Assert.StartsWith("[", $"{list}", StringComparison.Ordinal);
        var named = Model(inputs, new() { ["kind"] = p, ["size"] = q }).predict(X, verbose: 0);
        Assert.Equal(3L, named["size"].shape[1]);
        Assert.Throws<KerasSharp.KeyError>(() => named["other"]);

        // One output stays an array.
        var one = Model(inputs, p).predict(X, verbose: 0);
        Assert.Equal(2L, one.shape[1]);
        Assert.Equal(one.shape[0], one[":, 0"].shape[0]);
        Assert.Equal(one.shape[0], np.argmax(one, axis: 1).shape[0]);
    }

    [Fact]
    public void Inputs_and_outputs_of_a_model_make_another()
    {
        var model = Sequential([Input(8), Dense(4, name: "c1"), Dense(2)]);
        var features = Model(model.inputs, model.get_layer("c1").output);
        var all = Model(model.inputs, model.layers.Select(l => l.output).ToArray());
        Assert.Equal([4L, 2L], [features.predict(X, verbose: 0).shape[1], all.predict(X, verbose: 0)[1].shape[1]]);
        Assert.Equal(2L, Model(model.inputs, model.outputs).predict(X, verbose: 0).shape[1]);
    }

    [Fact]
    public void Lists_stand_for_axes_and_sizes()
    {
        var x = tf.ones([2, 3, 4]);
        Assert.Equal((4, 2, 3), tf.transpose(x, perm: [2, 0, 1]).shape);
        Assert.Equal((4, 3, 4), tf.tile(x, [2, 1, 1]).shape);
        Assert.Equal(TensorShape.Create([3]), tf.reduce_mean(x, axis: [0, 2]).shape);
        Assert.Equal((2, 1), tf.ones((tf.shape(x)[0], 1)).shape);
    }

    [Fact]
    public void A_function_is_a_loss()
    {
        var model = Sequential([Input(8), Dense(1)]);
        model.compile("sgd", loss: (y_true, y_pred) => tf.reduce_mean(tf.square(y_true - y_pred), axis: -1));
        Assert.NotEmpty(model.fit(X, np.zeros(new NumSharp.Shape(6, 1), typeof(float)), verbose: 0).history["loss"]);
    }

    [Fact]
    public void Values_are_printed_beside_each_other()
    {
        var x = tf.constant(1.5f);
        Assert.Equal("tf.Tensor(1.5, shape=(), dtype=float32)", str(x));
        print("loss", x, x);
    }

    [Fact]
    public void Layers_in_tuples_are_found_and_replaced_ones_too()
    {
        var model = new Pairs();
        model.apply(tf.ones([1, 8]));
        Assert.Equal(6, model.weights.Count);
        model.Last = Dense(5);
        model.apply(tf.ones([1, 8]));
        Assert.Equal(5, model.weights[^1].shape[-1]);
        using var tape = tf.GradientTape();
        var loss = tf.reduce_sum(model.apply(tf.ones([1, 8])));
        Assert.DoesNotContain(null, tape.gradient(loss, model.trainable_variables));
    }

    [Fact]
    public void A_text_is_no_input()
    {
        var error = Assert.Throws<KerasSharp.TypeError>(() => Dense(2, name: "d").apply("abc"));
        Assert.Equal("Inputs to a layer should be tensors. Got 'abc' (of type <class 'str'>) as input for layer 'd'.", error.Message);
    }

    private sealed class Pairs : Model
    {
        private readonly (Layer, Layer) pair = (Dense(4), Dense(4));

        public Layer Last { get; set; } = Dense(2);

        public override Tensor call(Tensor inputs, bool? training = null) => Last.apply(pair.Item2.apply(pair.Item1.apply(inputs)));
    }
}
