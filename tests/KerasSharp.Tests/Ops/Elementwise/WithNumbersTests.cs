using KerasSharp.Engine;

namespace KerasSharp.Tests.Ops.Elementwise;

/// <summary>A number on either side of a function of two tensors gives what a tensor of that number gives.</summary>
public class WithNumbersTests
{
    private static readonly Tensor X = Tensor.From<float>([-2.5f, -1f, 0f, 0.5f, 3f], 5);

    private static readonly Dictionary<string, (Func<Tensor, Tensor, Tensor> Tensors, Func<Tensor, TensorLike, Tensor> Right, Func<TensorLike, Tensor, Tensor> Left)> Functions = new()
    {
        ["add"] = (keras.ops.add, keras.ops.add, keras.ops.add),
        ["subtract"] = (keras.ops.subtract, keras.ops.subtract, keras.ops.subtract),
        ["multiply"] = (keras.ops.multiply, keras.ops.multiply, keras.ops.multiply),
        ["divide"] = (keras.ops.divide, keras.ops.divide, keras.ops.divide),
        ["true_divide"] = (keras.ops.true_divide, keras.ops.true_divide, keras.ops.true_divide),
        ["floor_divide"] = (keras.ops.floor_divide, keras.ops.floor_divide, keras.ops.floor_divide),
        ["mod"] = (keras.ops.mod, keras.ops.mod, keras.ops.mod),
        ["power"] = (keras.ops.power, keras.ops.power, keras.ops.power),
        ["maximum"] = (keras.ops.maximum, keras.ops.maximum, keras.ops.maximum),
        ["minimum"] = (keras.ops.minimum, keras.ops.minimum, keras.ops.minimum),
        ["arctan2"] = (keras.ops.arctan2, keras.ops.arctan2, keras.ops.arctan2),
        ["divide_no_nan"] = (keras.ops.divide_no_nan, keras.ops.divide_no_nan, keras.ops.divide_no_nan),
        ["equal"] = (keras.ops.equal, keras.ops.equal, keras.ops.equal),
        ["not_equal"] = (keras.ops.not_equal, keras.ops.not_equal, keras.ops.not_equal),
        ["less"] = (keras.ops.less, keras.ops.less, keras.ops.less),
        ["less_equal"] = (keras.ops.less_equal, keras.ops.less_equal, keras.ops.less_equal),
        ["greater"] = (keras.ops.greater, keras.ops.greater, keras.ops.greater),
        ["greater_equal"] = (keras.ops.greater_equal, keras.ops.greater_equal, keras.ops.greater_equal),
    };

    public static TheoryData<string> Names => new(Functions.Keys);

    [Theory, MemberData(nameof(Names))]
    public void A_number_takes_the_type_of_the_tensor(string name)
    {
        var (tensors, right, left) = Functions[name];
        foreach (var number in new[] { 0.5, 3 })
        {
            Same(tensors(X, Tensor.Scalar((float)number)), right(X, number));
            Same(tensors(Tensor.Scalar((float)number), X), left(number, X));
        }

        var wide = keras.ops.cast(X, "float64");
        Same(tensors(wide, keras.ops.cast(Tensor.Scalar(3), "float64")), right(wide, 3));
    }

    [Fact]
    public void A_fraction_does_not_go_with_integers()
        => Assert.Equal("Cannot convert 0.5 to EagerTensor of dtype int32", Assert.Throws<TypeError>(() => keras.ops.maximum(Tensor.From<int>([1, 2], 2), 0.5)).Message);

    [Fact]
    public void Where_takes_numbers_on_both_sides()
    {
        var positive = X > 0;
        Assert.Equal([0, 0, 0, 0.5f, 3], keras.ops.where(positive, X, 0).ToArray<float>());
        Assert.Equal([-2.5f, -1, 0, 1, 1], keras.ops.where(positive, 1f, X).ToArray<float>());
        Assert.Equal([-1, -1, -1, 0.5f, 0.5f], keras.ops.where(positive, 0.5, -1).ToArray<float>());
        Assert.Equal([2, 2, 2, 1, 1], keras.ops.where(positive, 1, 2).ToArray<int>());
    }

    private static void Same(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(keras.ops.cast(expected, "float64").ToArray<double>(), keras.ops.cast(actual, "float64").ToArray<double>());
    }
}
