using KerasSharp.Activations;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Activations;

public class ActivationFunctionTests
{
    [Fact]
    public void A_name_a_layer_and_a_function_stand_for_an_activation()
    {
        var x = Tensor.From<float>([-1, 2], 1, 2);
        Assert.Equal([-0.5f, 2], keras.layers.Activation(keras.layers.LeakyReLU(0.5)).apply(x).ToArray<float>());
        Assert.Equal([1f, 4], keras.layers.Activation(v => v * v).apply(x).ToArray<float>());
        Assert.Equal([1f, 4], keras.layers.Dense(2, keras.activations.get(v => v * v), kernel_initializer: "identity").apply(x).ToArray<float>());
        Assert.Equal([0f, 2], keras.layers.Dense(2, activation: "relu", kernel_initializer: "identity").apply(x).ToArray<float>());
    }

    [Fact]
    public void An_activation_that_is_a_layer_is_saved_with_its_settings()
    {
        var layer = keras.layers.Dense(2, activation: keras.layers.LeakyReLU(0.5), name: "d");
        var copy = Saved.Copy(layer);
        var x = Tensor.From<float>([-1, 2], 1, 2);
        copy.EnsureBuilt(x.shape);
        copy.set_weights([new float[,] { { 1, 0 }, { 0, 1 } }, new float[] { 0, 0 }]);
        Assert.Equal([-0.5f, 2], copy.apply(x).ToArray<float>());
    }

    [Theory]
    [InlineData("softmax")]
    [InlineData("sigmoid")]
    public void Crossentropies_find_the_logits(string activation)
    {
        var x = Tensor.From<float>([1, 2, 3, 4], 2, 2);
        foreach (var layer in new Layer[] { keras.layers.Dense(3, activation), keras.layers.Activation(activation) })
        {
            var y = layer.apply(x);
            Assert.NotNull(y.Logits);
            ActivationFunction function = activation;
            GoldenArray.Close<float>(function.call(y.Logits).ToArray<float>(), y.ToArray<float>());
        }
    }

    [Fact]
    public void The_logits_of_a_softmax_over_two_axes_are_kept_too()
        => Assert.NotNull(keras.activations.softmax(Tensor.Full(1, 2, 2, 2), (1, 2)).Logits);

    [Fact]
    public void None_means_linear() => Assert.Equal("linear", keras.activations.get().name);
}
