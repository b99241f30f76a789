using KerasSharp.Callbacks;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Models;
using NumSharp;
using static KerasSharp.builtins;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests;

/// <summary>What fit, evaluate and predict take, as users write it: the design's lines. Runs alone: other tests would draw from the same random numbers.</summary>
[Collection("alone")]
public class DataTests
{
    private static readonly NDArray X1 = np.arange(12).astype("float32").reshape(6, 2) / 10f, X2 = np.ones(new Shape(6, 3)).astype("float32");
    private static readonly NDArray Y1 = np.zeros(new Shape(6, 1)).astype("float32"), Y2 = np.ones(new Shape(6, 1)).astype("float32");

    [Fact]
    public void The_design_s_lines_compile_and_run()
    {
        var one = new TwoInputs(outputs: 1);
        one.compile("adam", loss: "mse");
        Assert.Single(one.fit([X1, X2], Y1, verbose: 0).history["loss"]);
        Assert.Single(one.evaluate([X1, X2], Y1, verbose: 0));
        Assert.Equal([6, 1], one.predict([X1, X2], verbose: 0).shape);

        var model = new TwoInputs(outputs: 2);
        model.compile("adam", loss: new() { ["kind"] = "mse", ["size"] = "mae" }, metrics: ["mae"], loss_weights: [1.0, 0.2]);
        var history = model.fit((X1, X2), (Y1, Y2), verbose: 0);
        Assert.Equal(["loss", "kind_loss", "size_loss", "kind_mae", "size_mae"], history.history.Keys);
        var (kind, size) = model.predict((X1, X2), verbose: 0);
        Assert.Equal([6, 1], kind.shape);
        Assert.Equal([6, 1], size.shape);

        var named = new NamedInputs();
        named.compile("adam", loss: "mse");
        named.fit(new() { ["image"] = X1, ["extra"] = X2 }, Y1, verbose: 0);
        named.fit(new() { ["image"] = X1, ["extra"] = X2 }, Y1, validation_data: (new Dictionary<string, NDArray> { ["image"] = X1, ["extra"] = X2 }, Y1), verbose: 0);

        var dataset = tf.data.Dataset.from_tensor_slices(((X1, X2), Y1)).batch(4);
        Assert.Equal(2, one.fit(dataset, epochs: 2, validation_data: dataset, verbose: 0).history["val_loss"].Count);
    }

    [Fact]
    public void The_same_data_in_any_form_train_to_the_same_bits()
    {
        float[] Trained(Action<KerasSharp.Models.Model> fit)
        {
            keras.utils.set_random_seed(3);
            var model = new TwoInputs(outputs: 1);
            model.compile("sgd", loss: "mse");
            fit(model);
            return [.. model.trainable_weights.SelectMany(w => w.value.ToArray<float>())];
        }

        var expected = Trained(m => m.fit([X1, X2], Y1, batch_size: 4, epochs: 2, shuffle: false, verbose: 0));
        Assert.Equal(expected, Trained(m => m.fit((X1, X2), Y1, batch_size: 4, epochs: 2, shuffle: false, verbose: 0)));
        Assert.Equal(expected, Trained(m => m.fit(tf.data.Dataset.from_tensor_slices(((X1, X2), Y1)).batch(4), epochs: 2, verbose: 0)));
        Assert.Equal(expected, Trained(m => m.fit(new Pairs(), epochs: 2, shuffle: false, verbose: 0)));
        Assert.Equal(expected, Trained(m =>
        {
            for (var epoch = 0; epoch < 2; epoch++)
            {
                m.train_on_batch([X1["0:4"], X2["0:4"]], Y1["0:4"]);
                m.train_on_batch([X1["4:6"], X2["4:6"]], Y1["4:6"]);
            }
        }));
    }

    [Fact]
    public void A_sequence_hears_of_each_epoch_s_end_and_is_shuffled_by_batches()
    {
        var model = new TwoInputs(outputs: 1);
        model.compile("sgd", loss: "mse");
        var pairs = new Pairs();
        model.fit(pairs, epochs: 3, verbose: 0);
        Assert.Equal(3, pairs.Epochs);
        Assert.Equal([0, 0, 0, 1, 1, 1], pairs.Asked.Order());
        Assert.Equal([6, 1], model.predict(pairs, verbose: 0).shape);
        var error = Assert.Throws<ValueError>(() => model.fit(pairs, Y1, verbose: 0));
        Assert.Equal("`y` argument is not supported when using `keras.utils.Sequence` as input.", error.Message);
    }

    [Fact]
    public void Plain_arrays_of_any_rank_and_float16_are_taken()
    {
        var model = keras.Sequential([Flatten(input_shape: (2, 2)), Dense(1, kernel_initializer: "ones")]);
        Assert.Equal([10f], model.predict(new float[,,] { { { 1, 2 }, { 3, 4 } } }, verbose: 0).ToArray<float>());
        Assert.Equal([10f], model.predict(new double[,,] { { { 1, 2 }, { 3, 4 } } }, verbose: 0).ToArray<float>());
        var half = new NDArray(new[] { (Half)1, (Half)2, (Half)3, (Half)4, (Half)0.5, (Half)0, (Half)0, (Half)0 }).reshape(2, 2, 2);
        Assert.Equal([10f, 0.5f], model.predict(half, verbose: 0).ToArray<float>());
        Assert.Equal([10f, 0.5f], model.predict(tf.data.Dataset.from_tensor_slices(half).batch(2), verbose: 0).ToArray<float>());
    }

    [Fact]
    public void A_batch_is_taken_apart_as_Keras_unpacks_it()
    {
        Data inputs = X1, pair = (X1, Y1), three = (X1, Y1, Y2), four = (X1, X2, Y1, Y2);
        var (x, y, sample_weight) = inputs;
        Assert.Equal((6, 2), (x.dim(0), x.dim(1)));
        Assert.Null(y);
        Assert.Null(sample_weight);
        (x, y, sample_weight) = pair;
        Assert.NotNull(y);
        Assert.Null(sample_weight);
        (x, y, sample_weight) = three;
        Assert.Equal(6, sample_weight.dim(0));
        Assert.Equal("too many values to unpack (expected 2)", Assert.Throws<ValueError>(() => (x, y) = three).Message);
        Assert.StartsWith(
            "Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, found: (", Assert.Throws<ValueError>(() => (x, y, sample_weight) = four).Message);
        Assert.Equal(4, four.Count);
        Assert.Equal([6, 3], four[1].numpy().shape);
    }

    [Fact]
    public void Lengths_that_differ_are_listed()
    {
        var model = new TwoInputs(outputs: 1);
        model.compile("sgd", loss: "mse");
        var error = Assert.Throws<ValueError>(() => model.fit([X1, X2["0:5"]], Y1, verbose: 0));
        Assert.Equal("Data cardinality is ambiguous:\n  x sizes: 6, 5\n  y sizes: 6\nMake sure all arrays contain the same number of samples.", error.Message);
    }

    private sealed class TwoInputs(int outputs) : Model("inputs")
    {
        private readonly Layer first = Dense(3, activation: "relu"), second = Dense(3, activation: "relu"), kind = Dense(1), size = Dense(1);

        public override IReadOnlyList<string>? output_names => outputs == 1 ? ["kind"] : ["kind", "size"];

        public override Tensor call(Tensor inputs, bool? training = null)
        {
            var (a, b) = inputs;
            var x = first.apply(a) + second.apply(b);
            return outputs == 1 ? kind.apply(x) : (kind.apply(x), size.apply(x));
        }
    }

    private sealed class NamedInputs() : Model("named")
    {
        private readonly Layer first = Dense(1), second = Dense(1);

        public override Tensor call(Tensor inputs, bool? training = null) => first.apply(inputs["image"]) + second.apply(inputs["extra"]);
    }

    private sealed class Pairs : keras.utils.Sequence
    {
        public List<int> Asked { get; } = [];

        public int Epochs { get; private set; }

        public override int __len__() => 2;

        public override Data __getitem__(int index)
        {
            Asked.Add(index);
            var rows = index == 0 ? "0:4" : "4:6";
            return ((X1[rows], X2[rows]), Y1[rows]);
        }

        public override void on_epoch_end() => Epochs++;
    }
}
