using System.Text.Json;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Golden;

public class GoldenArrayTests
{
    [Fact]
    public void Dtype_shape_and_elements_are_read_and_whole_numbers_keep_their_digits()
    {
        var array = Array("""{"dtype":"int64","shape":[2],"data":[-9223372036854775808,1]}""");
        Assert.Equal(("int64", 2), (array.dtype, array.size));
        Assert.Equal([long.MinValue, 1], array.To<long>());
        Assert.Equal([float.NaN, float.PositiveInfinity, 0.1f], Array("""{"dtype":"float32","shape":[3],"data":["NaN","Infinity",0.1]}""").ToFloats());
        Assert.Equal([true, false], Array("""{"dtype":"bool","shape":[2],"data":[true,false]}""").ToBools());
        Assert.Empty(Array("3.5").shape);
    }

    [Fact]
    public void What_is_within_the_tolerance_passes_and_NaN_asks_for_NaN()
    {
        GoldenArray.Close<float>([1, float.NaN, float.NegativeInfinity, 1000], [1.00001f, float.NaN, float.NegativeInfinity, 1000.05f]);
        GoldenArray.Close<double>([0], [-0.0], atol: 0, rtol: 0);
    }

    [Theory]
    [InlineData(1, 1.001f)]
    [InlineData(float.NaN, 0)]
    [InlineData(0, float.NaN)]
    [InlineData(float.PositiveInfinity, float.MaxValue)]
    [InlineData(float.PositiveInfinity, float.NegativeInfinity)]
    public void What_differs_fails(float expected, float actual) =>
        Assert.Throws<GoldenMismatchException>(() => GoldenArray.Close<float>([expected], [actual]));

    [Fact]
    public void The_message_names_the_worst_element()
    {
        var array = Array("""{"dtype":"float32","shape":[2,2],"data":[1,2,3,4]}""");
        var error = Assert.Throws<GoldenMismatchException>(() => array.Close([1, 2.5f, 9, 4], [2, 2], what: "outputs"));
        Assert.Equal("outputs: 2 of 4 elements differ; worst at [1, 0]: 3 expected, 9 received (atol 1e-05, rtol 0.0001).", error.Message);
        Assert.Equal("shape (2, 2) expected, (4) received.", Assert.Throws<GoldenMismatchException>(() => array.Close([1, 2, 3, 4], [4])).Message);
    }

    private static GoldenArray Array(string json) => new(JsonDocument.Parse(json).RootElement);
}
