using KerasSharp.Engine;
using KerasSharp.Layers;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Layers;

/// <summary>Convolutions of one and three axes, transposed, depthwise, separable and locally connected ones: what the golden cases leave out.</summary>
public class ConvolutionTests
{
    [Fact]
    public void Sequences_in_all_forms()
    {
        LayerTest.Run(() => Conv1D(2, 3, padding: "causal", strides: 2, activation: "tanh", name: "c"), [7, 2], [4, 2], [(3, 2, 2), 2]);
        LayerTest.Run(() => Conv1D(4, 2, groups: 2, dilation_rate: 3, padding: "causal", name: "c"), [5, 4], [5, 4], [(2, 2, 4), 4]);
        LayerTest.Run(() => Conv1D(2, 3, padding: "same", data_format: "channels_first", name: "c"), [3, 6], [2, 6], [(3, 3, 2), 2]);
        LayerTest.Run(() => Conv1DTranspose(2, 3, strides: 2, output_padding: 1, name: "c"), [3, 2], [8, 2], [(3, 2, 2), 2]);
        LayerTest.Run(() => DepthwiseConv1D(3, strides: 2, padding: "same", depth_multiplier: 2, activation: "sigmoid", name: "c"), [5, 3], [3, 6], [(3, 3, 2), 6]);
        LayerTest.Run(() => SeparableConv1D(4, 3, padding: "causal", dilation_rate: 2, depth_multiplier: 2, name: "c"), [6, 2], [6, 4], [(3, 2, 2), (1, 4, 4), 4]);
    }

    [Fact]
    public void Images_in_all_forms()
    {
        LayerTest.Run(() => Conv2DTranspose(3, (2, 3), strides: (1, 2), padding: "same", data_format: "channels_first", activation: "tanh", name: "c"), [2, 3, 2], [3, 3, 4], [(2, 3, 3, 2), 3]);
        LayerTest.Run(() => Conv2DTranspose(2, 2, strides: 3, name: "c"), [2, 2, 1], [6, 6, 2], [(2, 2, 2, 1), 2]);
        LayerTest.Run(() => Conv2DTranspose(2, 3, dilation_rate: 2, padding: "same", name: "c"), [4, 3, 1], [4, 3, 2], [(3, 3, 2, 1), 2]);
        LayerTest.Run(() => DepthwiseConv2D((2, 3), padding: "same", data_format: "channels_first", use_bias: false, name: "c"), [3, 4, 5], [3, 4, 5], [(2, 3, 3, 1)]);
        LayerTest.Run(() => DepthwiseConv2D(3, strides: 2, depth_multiplier: 3, activation: "softmax", name: "c"), [5, 6, 2], [2, 2, 6], [(3, 3, 2, 3), 6]);
        LayerTest.Run(() => SeparableConv2D(3, 2, strides: 2, padding: "same", data_format: "channels_first", activation: "tanh", name: "c"), [2, 5, 4], [3, 3, 2], [(2, 2, 2, 1), (1, 1, 2, 3), 3]);
    }

    [Fact]
    public void Volumes_in_all_forms()
    {
        LayerTest.Run(() => Conv3D(2, (2, 1, 3), strides: (2, 1, 1), padding: "same", activation: "tanh", name: "c"), [3, 2, 4, 2], [2, 2, 4, 2], [(2, 1, 3, 2, 2), 2]);
        LayerTest.Run(() => Conv3D(4, 2, groups: 2, dilation_rate: (2, 1, 1), name: "c"), [4, 3, 2, 4], [2, 2, 1, 4], [(2, 2, 2, 2, 4), 4]);
        LayerTest.Run(() => Conv3D(2, 2, data_format: "channels_first", use_bias: false, name: "c"), [1, 3, 2, 3], [2, 2, 1, 2], [(2, 2, 2, 1, 2)]);
        LayerTest.Run(() => Conv3DTranspose(2, (3, 2, 2), strides: (2, 1, 2), padding: "same", name: "c"), [2, 2, 2, 1], [4, 2, 4, 2], [(3, 2, 2, 2, 1), 2]);
        LayerTest.Run(() => Conv3DTranspose(1, 2, strides: 3, output_padding: (1, 0, 2), data_format: "channels_first", name: "c"), [2, 2, 1, 2], [1, 6, 2, 7], [(2, 2, 2, 1, 2), 1]);
    }

    [Fact]
    public void Kernels_that_differ_from_place_to_place()
    {
        LayerTest.Run(() => LocallyConnected1D(2, 3, strides: 2, padding: "same", implementation: 3, activation: "tanh", name: "l"), [5, 2], [3, 2], [28, (3, 2)]);
        LayerTest.Run(() => LocallyConnected1D(2, 2, data_format: "channels_first", implementation: 3, name: "l"), [2, 4], [2, 3], [24, (3, 2)]);
        LayerTest.Run(() => LocallyConnected2D(1, (2, 1), implementation: 3, name: "l"), [3, 2, 2], [2, 2, 1], [16, (2, 2, 1)]);
    }

    [Fact]
    public void The_three_ways_to_keep_local_kernels_compute_the_same()
    {
        Layer one = LocallyConnected2D(2, (2, 2)), three = LocallyConnected2D(2, (2, 2), implementation: 3);
        var x = Tensor.From<float>([.. Enumerable.Range(0, 24).Select(i => i / 7f)], 1, 3, 4, 2);
        one.build(x.shape);
        three.build(x.shape);

        // (places, window, filters) → sorted by output (place, filter), then by input: (places, filters, window).
        var kernel = one.weights[0].value;
        three.weights[0].assign(keras.ops.reshape(keras.ops.transpose(kernel, new[] { 0, 2, 1 }), -1));
        Assert.Equal(one.apply(x).ToArray<float>(), three.apply(x).ToArray<float>());
    }

    [Fact]
    public void A_convolution_takes_several_batch_axes()
    {
        var layer = Conv1D(2, 3, activation: "relu");
        var x = Tensor.From<float>([.. Enumerable.Range(0, 60).Select(i => MathF.Sin(i))], 2, 3, 5, 2);
        var y = layer.apply(x);
        Assert.Equal((2, 3, 3, 2), y.shape);
        Assert.Equal(layer.apply(keras.ops.reshape(x, 6, 5, 2)).ToArray<float>(), y.ToArray<float>());
    }

    [Fact]
    public void What_a_transposed_or_depthwise_layer_does_not_have_is_refused()
    {
        Assert.Contains("`groups` must be 1", Assert.Throws<ValueError>(() => Conv2DTranspose(4, 3, groups: 2)).Message, StringComparison.Ordinal);
        Assert.Contains("`groups` must be 1", Assert.Throws<ValueError>(() => DepthwiseConv2D(3, groups: 2)).Message, StringComparison.Ordinal);
        Assert.Equal("Causal padding is only supported for `Conv1D`and `SeparableConv1D`.", Assert.Throws<ValueError>(() => DepthwiseConv1D(3, padding: "causal")).Message);
        Assert.Equal("Inputs to `DepthwiseConv` should have rank 4. Received input_shape=(None, 2, 3, 4, 5).", Assert.Throws<ValueError>(() => DepthwiseConv2D(1).build((null, 2, 3, 4, 5))).Message);
        Assert.Throws<AttributeError>(() => ((DepthwiseConv2D)DepthwiseConv2D(3)).filters);
    }
}
