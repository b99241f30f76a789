using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Saving;

namespace KerasSharp.Tests.Tf;

/// <summary>Tensors whose size is a symbolic tensor: in a Lambda, in a layer of one's own, and outside, where they become op layers.</summary>
[Collection("alone")]
public class SymbolicSizeTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Function, TensorShape Symbolic, TensorShape Eager, string? Layer)> Cases = new()
    {
        ["zeros"] = (t => tf.zeros([tf.shape(t)[0], 3]), (null, 3), (2, 3), "tf.zeros"),
        ["ones"] = (t => tf.ones(tf.shape(t)), (null, 8), (2, 8), "tf.ones"),
        ["ones of a type"] = (t => tf.ones([tf.shape(t)[0]], dtype: tf.int32), new TensorShape((int?)null), 2, "tf.ones"),
        ["fill"] = (t => tf.fill([tf.shape(t)[0], tf.shape(t)[1]], 0.5), (null, 8), (2, 8), "tf.fill"),
        ["range"] = (t => tf.range(tf.shape(t)[0]), new TensorShape((int?)null), 2, "tf.range"),
        ["range from"] = (t => tf.range(1, tf.shape(t)[1]), new TensorShape((int?)null), 7, "tf.range"),
        ["eye"] = (t => tf.eye(tf.shape(t)[0]), (null, null), (2, 2), "tf.eye"),
        ["eye of two"] = (t => tf.eye(3, tf.shape(t)[0]), (3, null), (3, 2), "tf.eye"),
        ["random.normal"] = (t => tf.random.normal(tf.shape(t)), (null, 8), (2, 8), "tf.random.normal"),
        ["random.normal of two"] = (t => tf.random.normal([tf.shape(t)[0], tf.shape(t)[1]], stddev: 0.5), (null, 8), (2, 8), "tf.random.normal"),
        ["random.uniform"] = (t => tf.random.uniform([tf.shape(t)[0], 1]), (null, 1), (2, 1), "tf.random.uniform"),
        ["random.truncated_normal"] = (t => tf.random.truncated_normal(tf.shape(t)), (null, 8), (2, 8), "tf.random.truncated_normal"),
        ["random.shuffle"] = (t => tf.random.shuffle(t), (null, 8), (2, 8), "tf.random.shuffle"),
        ["random.categorical"] = (t => tf.random.categorical(t, 5), (null, 5), (2, 5), "tf.random.categorical"),
        ["random.stateless_normal"] = (t => tf.random.stateless_normal(tf.shape(t), [1, 2]), (null, 8), (2, 8), "tf.random.stateless_normal"),
        ["random.stateless_uniform"] = (t => tf.random.stateless_uniform(tf.shape(t), [1, 2]), (null, 8), (2, 8), "tf.random.stateless_uniform"),
        ["random.stateless_truncated_normal"] = (t => tf.random.stateless_truncated_normal(tf.shape(t), [1, 2]), (null, 8), (2, 8), "tf.random.stateless_truncated_normal"),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory, MemberData(nameof(Names))]
    public void A_layer_knows_the_shape(string name)
    {
        var (function, symbolic, eager, _) = Cases[name];
        foreach (var layer in new Layer[] { new KerasSharp.Layers.Lambda(function), new Calling(function) })
        {
            var x = keras.Input(8);
            var y = layer.apply(x);
            Assert.Equal(symbolic, y.shape);
            Assert.Equal(eager, new Functional(x, y).apply(Tensor.Full(0.5f, 2, 8)).shape);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Outside_of_layers_it_becomes_a_layer_that_loads_again(string name)
    {
        keras.backend.clear_session();
        var (function, symbolic, eager, layer) = Cases[name];
        var x = keras.Input(8);
        var y = function(x);
        Assert.Equal(symbolic, y.shape);
        var model = new Functional(x, y);
        Assert.Equal(layer, model.layers[^1].name);
        Assert.Equal(eager, model.apply(Tensor.Full(0.5f, 2, 8)).shape);
        var read = keras.models.model_from_json(model.to_json());
        Assert.Equal(model.to_json(), read.to_json());
        Assert.Equal(eager, read.apply(Tensor.Full(0.5f, 2, 8)).shape);
    }

    [Fact]
    public void A_constant_that_hangs_on_the_size_has_its_values()
    {
        var x = keras.Input(8);
        Assert.Equal([0, 1, 2], new Functional(x, tf.range(tf.shape(x)[0])).apply(Tensor.Full(0, 3, 8)).ToArray<int>());
        Assert.Equal([1, 0, 0, 1], new Functional(x, tf.eye(tf.shape(x)[0])).apply(Tensor.Full(0, 2, 8)).ToArray<float>());
        Assert.Equal([0.5f, 0.5f], new Functional(x, tf.fill([tf.shape(x)[0]], 0.5)).apply(Tensor.Full(0, 2, 8)).ToArray<float>());
    }

    [Fact]
    public void An_unknown_static_shape_is_told()
    {
        var layer = new Calling(t => t + tf.random.normal(t.shape));
        Assert.Equal("Cannot convert a partially known TensorShape (None, 8) to a Tensor.", Assert.Throws<ValueError>(() => layer.apply(keras.Input(8))).Message);
    }

    [Fact]
    public void A_symbolic_call_draws_nothing()
    {
        keras.utils.set_random_seed(3);
        var want = tf.random.normal(4).ToArray<float>();
        keras.utils.set_random_seed(3);
        new Calling(t => t + tf.random.normal(tf.shape(t))).apply(keras.Input(8, batch_size: 2));
        keras.layers.Dropout(0.5).apply(keras.Input(8), training: true);
        Assert.Equal(want, tf.random.normal(4).ToArray<float>());
    }

    private sealed class Calling(Func<Tensor, Tensor> function) : Layer
    {
        public override Tensor call(Tensor inputs, bool? training = null) => function(inputs);

        public override Config get_config() => base.get_config();
    }
}
