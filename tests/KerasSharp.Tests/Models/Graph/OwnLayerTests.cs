using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using KerasSharp.Saving;
using NumSharp;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>Layers and models of the user's own: what is tracked, named, trained, penalized and saved.</summary>
public class OwnLayerTests
{
    private static readonly NDArray Ones = np.ones(new Shape(2, 2)).astype(np.float32);

    [Fact]
    public void Weights_are_named_by_the_path_of_layers()
    {
        var block = new Block("block");
        block.apply(Ones);
        Assert.Equal(["block/own:0", "block/Variable:0", "block/a/kernel:0", "block/a/bias:0"], block.weights.Select(w => w.name));
        Assert.Equal("(2,)", block.weights[0].shape.ToString());
    }

    [Fact]
    public void A_layer_that_serves_as_activation_is_tracked()
    {
        var dense = Dense(3, activation: new Prelu());
        dense.apply(Ones);
        Assert.Equal(3, dense.weights.Count);
        var model = keras.Sequential([Dense(3, activation: new Prelu(), input_shape: 2), Dense(1)]);
        Assert.Equal(5, model.weights.Count);
    }

    [Fact]
    public void Layers_in_lists_and_dictionaries_train()
    {
        var model = new Collected();
        model.compile(optimizer: "sgd", loss: "mse");
        var before = model.predict(Ones, verbose: 0).ToArray<float>();
        model.fit(Ones, np.zeros(new Shape(2, 1)).astype(np.float32), epochs: 2, verbose: 0);
        Assert.Equal(6, model.trainable_weights.Count);
        Assert.NotEqual(before, model.predict(Ones, verbose: 0).ToArray<float>());
    }

    [Fact]
    public void Penalties_of_a_call_count_for_that_call()
    {
        var layer = new Penalized();
        layer.apply(Ones);
        layer.apply(Ones);
        Assert.Equal<float>([4f, 10f], layer.losses.Select(l => l.item()).Order());
    }

    [Fact]
    public void A_graph_keeps_penalties_of_symbolic_tensors()
    {
        var x = keras.Input(2);
        var h = Dense(1, kernel_initializer: "ones").apply(x);
        var model = keras.Model(x, Dense(1).apply(h));
        model.add_loss(h);
        model.add_metric(h, "h");
        model.apply(Ones);
        Assert.Equal(2f, Assert.Single(model.losses).item());
        Assert.Equal(["add_loss", "add_metric"], model.layers.TakeLast(2).Select(l => l.name.TrimEnd('_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9')));
        var again = (Functional)keras.models.model_from_json(model.to_json());
        Assert.Equal(model.layers.Select(l => l.name), again.layers.Select(l => l.name));
    }

    [Fact]
    public void A_registered_layer_is_found_without_custom_objects()
    {
        keras.saving.register_keras_serializable(typeof(Scale), package: "Tests");
        var x = keras.Input(2);
        var model = keras.Model(x, new Scale(3).apply(x));
        Assert.Contains("Tests>Scale", model.to_json(), StringComparison.Ordinal);
        Assert.Equal<float>([3f, 3f, 3f, 3f], keras.models.model_from_json(model.to_json()).apply(Ones).ToArray<float>().AsEnumerable());
    }

    [Fact]
    public void Stacks_in_stacks_and_graphs_come_back_from_files()
    {
        var stack = keras.Sequential([keras.Sequential([Dense(3, input_shape: 2), Dense(2)]), keras.Sequential([Dense(2)]), Dense(1)]);
        var x = keras.Input(2);
        Model[] models = [stack, keras.Model(x, add([stack.apply(x), Dense(1).apply(x)]))];
        foreach (var model in models)
        {
            var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.h5");
            try
            {
                model.save(file);
                var again = keras.models.load_model(file);
                Assert.Equal(model.apply(Ones).ToArray<float>(), again.apply(Ones).ToArray<float>());
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    [Fact]
    public void An_inner_call_takes_the_outer_value_of_training()
    {
        var probe = new MaskProbe();
        var x = keras.Input(2);
        var model = keras.Model(x, probe.apply(x));
        probe.Training.Clear();
        model.apply(Ones);
        model.apply(Ones, training: true);
        model.apply(Ones, training: false);
        new Wrapper(probe).apply(Ones, training: true);
        Assert.Equal([null, true, false, true], probe.Training);
        var y = keras.Model(x, probe.apply(x, training: false));
        probe.Training.Clear();
        y.apply(Ones, training: true);
        Assert.Equal([false], probe.Training);
    }

    [Theory, InlineData("float16"), InlineData("float64")]
    public void Other_floats_are_taken_as_float32(string dtype)
    {
        var x = keras.ops.cast(keras.ops.ones(2, 2), dtype);
        Assert.Equal("float32", Dense(3).apply(x).dtype.Name());
    }

    private sealed class Block(string name) : Layer(name)
    {
        private readonly Layer a = Dense(1, name: "a");

        public override void build(TensorShape input_shape)
        {
            add_weight("own", 2);
            add_weight(shape: 1);
        }

        public override Tensor call(Tensor inputs, bool? training = null) => a.apply(inputs);
    }

    private sealed class Prelu : Layer
    {
        private Variable? alpha;

        public override void build(TensorShape input_shape) => alpha = add_weight("alpha", input_shape[1..], initializer: "zeros");

        public override Tensor call(Tensor inputs, bool? training = null) => keras.ops.maximum(inputs, inputs * alpha!);
    }

    private sealed class Collected : Model
    {
        private readonly List<Layer> list = [Dense(3), Dense(2)];
        private readonly Dictionary<string, Layer> named = new() { ["last"] = Dense(1) };

        public override Tensor call(Tensor inputs, bool? training = null) => named["last"].apply(list[1].apply(list[0].apply(inputs)));
    }

    private sealed class Penalized : Layer
    {
        public Penalized() => add_loss(() => Tensor.Scalar(10));

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            add_loss(keras.ops.sum(inputs));
            return inputs * 2.0;
        }
    }

    private sealed class Wrapper(Layer inner) : Layer
    {
        private readonly Layer held = inner;

        public override Tensor call(Tensor inputs, bool? training = null) => held.apply(inputs);
    }

    /// <summary>A layer of the user's own with a configuration.</summary>
    public sealed class Scale(double factor, LayerArguments kwargs = default) : Layer(kwargs)
    {
        /// <inheritdoc/>
        public override Tensor call(Tensor inputs, bool? training = null) => inputs * factor;

        /// <inheritdoc/>
        public override Config get_config() => new(base.get_config()) { ["factor"] = factor };
    }
}
