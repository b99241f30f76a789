using KerasSharp.Engine;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Layers;

/// <summary>Poolings of sequences and volumes, paddings, croppings, upsamplings and resizing: what the golden cases leave out.</summary>
public class ReshapingTests
{
    [Theory]
    [InlineData("valid", 2, 3, 2)]
    [InlineData("same", 3, 4, 3)]
    public void Poolings_in_all_forms(string padding, int depth, int height, int width)
    {
        LayerTest.Run(() => MaxPooling3D(padding: padding, strides: (2, 1, 1), name: "p"), [5, 4, 3, 1], [depth, height, width, 1]);
        LayerTest.Run(() => AveragePooling3D((2, 2, 2), (2, 1, 1), padding, "channels_first", name: "p"), [2, 5, 4, 3], [2, depth, height, width]);
        LayerTest.Run(() => MaxPool1D(2, 1, padding, "channels_first", name: "p"), [2, 4], [2, height]);
        LayerTest.Run(() => AvgPool1D(padding: padding, strides: 1, name: "p"), [4, 2], [height, 2]);
        LayerTest.Run(() => GlobalMaxPool3D("channels_first", true, name: "p"), [2, 3, 2, 2], [2, 1, 1, 1]);
        LayerTest.Run(() => GlobalAvgPool3D(name: "p"), [3, 2, 2, 2], [2]);
    }

    [Fact]
    public void Paddings_and_croppings_in_all_forms()
    {
        LayerTest.Run(() => ZeroPadding1D((1, 2), name: "z"), [3, 2], [6, 2]);
        LayerTest.Run(() => ZeroPadding2D(((1, 0), (2, 3)), "channels_first", name: "z"), [2, 3, 2], [2, 4, 7]);
        LayerTest.Run(() => ZeroPadding3D(((1, 0), (0, 1), (2, 0)), "channels_first", name: "z"), [2, 1, 2, 2], [2, 2, 3, 4]);
        LayerTest.Run(() => ZeroPadding3D(name: "z"), [1, 2, 1, 2], [3, 4, 3, 2]);
        LayerTest.Run(() => Cropping1D(name: "c"), [5, 2], [3, 2]);
        LayerTest.Run(() => Cropping2D(name: "c"), [3, 2, 1], [3, 2, 1]);
        LayerTest.Run(() => Cropping2D((1, 0), "channels_first", name: "c"), [2, 4, 3], [2, 2, 3]);
        LayerTest.Run(() => Cropping3D(((1, 1), (0, 1), (0, 0)), "channels_first", name: "c"), [2, 4, 3, 2], [2, 2, 2, 2]);
    }

    [Fact]
    public void Margins_are_refused_in_Kerass_words()
    {
        Assert.Equal("`padding` should have 3 elements. Received: (1, 2).", Assert.Throws<ValueError>(() => ZeroPadding3D((1, 2))).Message);
        Assert.Equal("The `1st entry of padding` argument must be a tuple of 2 integers. Received: (1, 2, 3)", Assert.Throws<ValueError>(() => ZeroPadding2D(new int[][] { [1, 2, 3], [1, 1] })).Message);
        Assert.Equal("The `padding` argument must be a tuple of 2 integers. Received: (1, 2, 3)", Assert.Throws<ValueError>(() => ZeroPadding1D((1, 2, 3))).Message);
        Assert.Equal(
            "cropping parameter of Cropping layer must be greater than the input shape. Received: inputs.shape=(None, 3, 1), and cropping=(2, 1)",
            Assert.Throws<ValueError>(() => Cropping1D((2, 1)).apply(keras.Input((3, 1)))).Message);
    }

    [Fact]
    public void Upsamplings_in_all_forms()
    {
        LayerTest.Run(() => UpSampling1D(3, name: "u"), [2, 2], [6, 2]);
        LayerTest.Run(() => UpSampling2D((1, 3), "channels_first", name: "u"), [2, 2, 1], [2, 2, 3]);
        LayerTest.Run(() => UpSampling2D((2, 3), "channels_first", "bilinear", name: "u"), [2, 2, 3], [2, 4, 9]);
        LayerTest.Run(() => UpSampling2D(interpolation: "lanczos3", name: "u"), [4, 3, 1], [8, 6, 1]);
        LayerTest.Run(() => UpSampling3D((2, 1, 2), "channels_first", name: "u"), [1, 2, 1, 2], [1, 4, 1, 4]);
    }

    [Theory]
    [InlineData("bilinear")]
    [InlineData("nearest")]
    [InlineData("bicubic")]
    [InlineData("area")]
    [InlineData("gaussian")]
    [InlineData("mitchellcubic")]
    [InlineData("lanczos5")]
    public void A_picture_of_one_colour_keeps_it(string interpolation)
    {
        var grey = Resizing(7, 3, interpolation).apply(Tensor.Full(0.25f, 1, 4, 5, 2));
        Assert.Equal((1, 7, 3, 2), grey.shape);
        Assert.All(grey.ToArray<float>(), v => Assert.Equal(0.25f, v, 1e-6f));
        LayerTest.Run(() => Resizing(3, 6, interpolation, name: "r"), [5, 4, 1], [3, 6, 1]);
    }

    [Fact]
    public void Integers_stay_integers_where_they_are_only_moved()
    {
        var x = Tensor.From<int>([1, 2, 3, 4], 1, 2, 2, 1);
        Assert.Equal([1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4], UpSampling2D().apply(x).ToArray<int>());
        Assert.Equal([0, 0, 0, 1, 2, 0, 3, 4, 0], ZeroPadding2D(((1, 0), (0, 1))).apply(x).ToArray<int>());
        Assert.Equal([4], Cropping2D(((1, 0), (1, 0))).apply(x).ToArray<int>());
        Assert.Equal(DType.Float32, Resizing(1, 1, "nearest").apply(x).dtype);
    }

    [Fact]
    public void One_image_is_resized_and_cropped_without_a_batch()
    {
        var x = Tensor.From<byte>([.. Enumerable.Range(0, 20).Select(i => (byte)i)], 4, 5, 1);
        Assert.Equal([6f, 7, 8, 11, 12, 13], CenterCrop(2, 3).apply(x).ToArray<float>());
        Assert.Equal((8, 9, 1), Resizing(8, 9, crop_to_aspect_ratio: true).apply(x).shape);
    }
}
