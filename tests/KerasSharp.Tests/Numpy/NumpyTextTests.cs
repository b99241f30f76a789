using KerasSharp.Numpy;
using KerasSharp.TestSupport;
using NumSharp;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Numpy;

public class NumpyTextTests
{
    private static readonly GoldenCases Golden = new("numpy.json", "printing");

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Case(string name) => Golden.Run(name, c =>
    {
        var array = new GoldenArray(c.GetProperty("array"));
        var (text, representation) = (c.GetProperty("str").GetString(), c.GetProperty("repr").GetString());
        if (array.dtype == "str")
        {
            Assert.Equal(text, NumpyText.Str(array.ToStrings()));
            Assert.Equal(representation, NumpyText.Repr(array.ToStrings()));
            return;
        }

        Assert.Equal(text, str(array.ToNDArray()));
        Assert.Equal(representation, repr(array.ToNDArray()));
    });

    // NumPy's own answers to what the golden file does not ask.
    [Fact]
    public void What_float32_lacks_of_digits_comes_from_the_exact_value() =>
        Assert.Equal("[5.7067294e-02 9.5440163e+01 1.9999999e-04]", str(np.array(new[] { 5.7067294e-02f, 95.44016f, 2e-4f })));

    [Fact]
    public void A_view_prints_its_own_elements() =>
        Assert.Equal("[[ 4  6]\n [12 14]]", str(np.arange(16).reshape(4, 4)["1::2, ::2"]));

    [Fact]
    public void Scalars_print_as_numbers()
    {
        Assert.Equal("1e-04", str(np.array(new[] { 1e-4f })[0]));
        Assert.Equal("7", str(np.array(new byte[] { 7 })[0]));
        Assert.Equal("True", str(np.array(new[] { true })[0]));
        Assert.Equal("nan", str(np.array(new[] { double.NaN })[0]));
    }
}
