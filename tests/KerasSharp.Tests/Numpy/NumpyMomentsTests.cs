using KerasSharp.TestSupport;
using NumSharp;

namespace KerasSharp.Tests.Numpy;

/// <summary><c>mean</c> and <c>std</c> of bytes against plain sums in double, on every kind of view.</summary>
public class NumpyMomentsTests
{
    private static readonly NDArray Images = new NDArray(Array.ConvertAll(new Lcg(3).Integers(256, 7 * 6 * 5 * 3), v => (byte)v)).reshape(7, 6, 5, 3);

    public static TheoryData<string> Views => [":,:,:,0", ":,:,:,2", "1:4", "2", "2:6, ::2, 1:, 1", ":, 3", "::-1, :, :, 1", ":,:,:,1:2", "3, 2, 1, 0"];

    [Theory]
    [MemberData(nameof(Views))]
    public void Of_a_view(string view)
    {
        var array = Images[view];
        var values = array.astype(typeof(double)).flatten().ToArray<double>();
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        Assert.Equal(mean, (double)array.mean(dtype: "float64"), 1e-12);
        Assert.Equal(deviation, (double)array.std(dtype: "float64"), 1e-11);
        Assert.Equal(0, array.std(dtype: "float64").ndim);
    }

    [Fact]
    public void Of_transposed_and_of_other_dtypes()
    {
        var expected = (double)Images["1:4"].std(dtype: "float64");
        Assert.Equal(expected, (double)Images["1:4"].transpose().std(dtype: "float64"), 1e-11);
        Assert.Equal(expected, (double)Images["1:4"].astype(typeof(double)).std(dtype: "float64"), 1e-11);
        Assert.Equal((double)Images["1:4"].mean(dtype: "float64"), (double)Images["1:4"].astype(typeof(int)).mean(dtype: "float64"), 1e-11);
    }

    [Fact]
    public void Of_nothing_it_is_nan() => Assert.True(double.IsNaN((double)Images["3:3"].std(dtype: "float64")));

    [Fact]
    public void Another_dtype_is_refused_by_name() =>
        Assert.Equal("std: dtype must be 'float64'. Received: dtype=float16", Assert.Throws<ValueError>(() => Images.std(dtype: "float16")).Message);
}
