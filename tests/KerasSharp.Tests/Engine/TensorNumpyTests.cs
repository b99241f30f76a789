using KerasSharp.Engine;
using NumSharp;
using DType = KerasSharp.Engine.DType;

namespace KerasSharp.Tests.Engine;

public class TensorNumpyTests
{
    [Fact]
    public void An_array_goes_there_and_back()
    {
        var array = np.arange(24).astype(typeof(float)).reshape(2, 3, 4);
        var tensor = Tensor.From(array);
        Assert.Equal(new TensorShape(2, 3, 4), tensor.shape);
        Assert.Equal(DType.Float32, tensor.dtype);
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (float)i), tensor.ToArray<float>());
        Assert.Equal(array.ToArray<float>(), tensor.numpy().ToArray<float>());
    }

    [Fact]
    public void Slices_keep_their_place()
    {
        var array = np.arange(60).astype(typeof(float)).reshape(5, 4, 3);
        Assert.Equal([24f, 25, 26], Tensor.From(array[2]).ToArray<float>()[..3]);
        Assert.Equal([12f, 13], Tensor.From(array["1:3"]).ToArray<float>()[..2]);
        Assert.Equal([1f, 4, 7, 10], Tensor.From(array["0, :, 1"]).ToArray<float>());
        Assert.Equal([59f, 58], Tensor.From(array["::-1, ::-1, ::-1"]).ToArray<float>()[..2]);
    }

    [Fact]
    public void A_transposed_array_is_read_in_its_own_order()
    {
        var array = np.arange(6).astype(typeof(float)).reshape(2, 3).T;
        Assert.Equal([0f, 3, 1, 4, 2, 5], Tensor.From(array).ToArray<float>());
    }

    [Theory]
    [InlineData("float64", DType.Float32)]
    [InlineData("int64", DType.Int32)]
    [InlineData("int16", DType.Int32)]
    [InlineData("uint8", DType.UInt8)]
    [InlineData("bool", DType.Bool)]
    public void Types_become_those_that_a_model_takes(string from, DType to)
    {
        var array = np.array([0, 1, 1]).astype(from switch
        {
            "float64" => typeof(double),
            "int64" => typeof(long),
            "int16" => typeof(short),
            "uint8" => typeof(byte),
            _ => typeof(bool),
        });
        var tensor = Tensor.From(array);
        Assert.Equal(to, tensor.dtype);
        Assert.Equal([0f, 1, 1], keras.ops.cast(tensor, "float32").ToArray<float>());
    }

    [Fact]
    public void A_large_integer_is_refused()
    {
        var error = Assert.Throws<ValueError>(() => Tensor.From(np.array([1L << 40])));
        Assert.Contains("1099511627776", error.Message);
    }
}
