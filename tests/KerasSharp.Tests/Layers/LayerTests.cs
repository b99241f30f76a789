using KerasSharp.Engine;
using KerasSharp.Layers;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Layers;

public class LayerTests
{
    [Fact]
    public void Dense_works_on_the_last_axis()
    {
        LayerTest.Run(() => Dense(3, activation: "tanh", name: "d"), [4], [3], [(4, 3), 3]);
        LayerTest.Run(() => Dense(3, activation: "softmax", name: "d"), [2, 4], [2, 3], [(4, 3), 3]);
        LayerTest.Run(() => Dense(2, use_bias: false, name: "d"), [2, 3, 1], [2, 3, 2], [(1, 2)]);
        LayerTest.Run(() => Dense(2, activation: "sigmoid", kernel_regularizer: "l2", bias_constraint: "non_neg", name: "d"), [3], [2], [(3, 2), 2]);
    }

    [Fact]
    public void Conv2D_in_all_its_forms()
    {
        LayerTest.Run(() => Conv2D(2, (3, 2), name: "c"), [5, 4, 1], [3, 3, 2], [(3, 2, 1, 2), 2]);
        LayerTest.Run(() => Conv2D(2, 3, strides: 2, padding: "SAME", activation: "tanh", name: "c"), [5, 4, 2], [3, 2, 2], [(3, 3, 2, 2), 2]);
        LayerTest.Run(() => Conv2D(4, 2, dilation_rate: 2, groups: 2, use_bias: false, name: "c"), [5, 4, 2], [3, 2, 4], [(2, 2, 1, 4)]);
        LayerTest.Run(() => Conv2D(2, 2, padding: "same", data_format: "channels_first", activation: "softmax", name: "c"), [1, 3, 4], [2, 3, 4], [(2, 2, 1, 2), 2]);
    }

    [Theory]
    [InlineData("valid", 2, 3)]
    [InlineData("same", 3, 4)]
    public void Pooling_in_all_its_forms(string padding, int height, int width)
    {
        LayerTest.Run(() => MaxPooling2D(padding: padding, strides: (2, 1), name: "p"), [5, 4, 2], [height, width, 2]);
        LayerTest.Run(() => AveragePooling2D(padding: padding, strides: (2, 1), name: "p"), [5, 4, 2], [height, width, 2]);
        LayerTest.Run(() => AvgPool2D((2, 2), (2, 1), padding, "channels_first", name: "p"), [2, 5, 4], [2, height, width]);
    }

    [Fact]
    public void Layers_without_weights()
    {
        LayerTest.Run(() => Flatten(name: "f"), [2, 3, 2], [12]);
        LayerTest.Run(() => Flatten("channels_first", name: "f"), [2, 3, 2], [12]);
        LayerTest.Run(() => Reshape((3, -1), name: "r"), [2, 6], [3, 4]);
        LayerTest.Run(() => Activation("tanh", name: "a"), [3, 2], [3, 2]);
        LayerTest.Run(() => ReLU(0.9, 0.1, 0.2, name: "r"), [7], [7]);
        LayerTest.Run(() => LeakyReLU(name: "l"), [7], [7]);
        LayerTest.Run(() => ELU(0.4, name: "e"), [7], [7]);
        LayerTest.Run(() => Softmax((1, 2), name: "s"), [3, 2], [3, 2]);
        LayerTest.Run(() => Rescaling(2, -0.5, name: "r"), [3, 2], [3, 2]);
        LayerTest.Run(() => Dropout(0.5, seed: 3, name: "d"), [3, 2], [3, 2]);
    }

    [Fact]
    public void A_layer_that_is_named_by_itself_counts_up()
    {
        string first = Flatten().name, second = Flatten().name;
        Assert.StartsWith("flatten", first, StringComparison.Ordinal);
        Assert.StartsWith("flatten_", second, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void First_weights_take_the_place_of_the_initializers()
    {
        var layer = Dense(1, weights: [new float[,] { { 2 }, { 3 } }, new float[] { 1 }]);
        Assert.Equal([6f], layer.apply(Tensor.From<float>([1, 1], 1, 2)).ToArray<float>());

        var built = Dense(1, weights: [new float[,] { { 2 }, { 3 } }, new float[] { 1 }]);
        built.build((null, 2));
        Assert.Equal([6f], built.apply(Tensor.From<float>([1, 1], 1, 2)).ToArray<float>());
    }

    [Fact]
    public void Dropout_of_everything_gives_zeros() => Assert.Equal([0f, 0], Dropout(1.0).apply(Tensor.Full(1, 1, 2), training: true).ToArray<float>());

    [Fact]
    public void An_input_layer_states_a_shape_and_refuses_what_it_has_not()
    {
        var layer = InputLayer((28, 28, 1), name: "x");
        Assert.Equal((null, 28, 28, 1), layer.batch_input_shape);
        Assert.Equal("(2, 3)", InputLayer(3, batch_size: 2).batch_input_shape.ToString());
        Assert.Contains("`sparse`", Assert.Throws<NotImplementedError>(() => InputLayer(3, sparse: true)).Message, StringComparison.Ordinal);
        Assert.Contains("`shape`", Assert.Throws<ValueError>(() => InputLayer()).Message, StringComparison.Ordinal);
        Assert.Equal("int32", InputLayer(3, dtype: "int32").dtype);
        Assert.Contains("float16", Assert.Throws<ValueError>(() => Dense(3, dtype: "float16")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_batch_passes_through()
    {
        var x = Tensor.Full(0, 0, 6, 6, 1);
        foreach (var layer in new Layer[] { Conv2D(2, 3), AveragePooling2D(), MaxPooling2D(), Flatten(), Dense(3), Activation("softmax") })
        {
            x = layer.apply(x);
            Assert.Equal(0, x.shape[0]);
        }

        Assert.Equal((0, 3), x.shape);
    }
}
