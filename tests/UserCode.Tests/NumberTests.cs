using KerasSharp;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace UserCode;

/// <summary>Numbers and plain arrays where Python's programs have them.</summary>
[Collection("one after another")]
public class NumberTests
{
    private static readonly Tensor T = tf.constant(new[] { -1f, 0f, 2f });

    [Fact]
    public void Functions_of_two_tensors_take_numbers()
    {
        Assert.Equal([0.1f, 0.1f, 2], ops.maximum(T, 0.1f).ToArray<float>());
        Assert.Equal([-1, 0, 0.5f], ops.minimum(0.5, T).ToArray<float>());
        Assert.Equal([0, 1, 3], ops.add(T, 1f).ToArray<float>());
        Assert.Equal([2, 1, -1], ops.subtract(1, T).ToArray<float>());
        Assert.Equal([1, 0, 4], ops.power(T, 2f).ToArray<float>());
        Assert.Equal([false, false, true], ops.greater(T, 0).ToArray<bool>());
        Assert.Equal([0, 0, 2], ops.where(T > 0, T, 0f).ToArray<float>());
        Assert.Equal((null, 3), ops.multiply(ops.add(Input(3), 1), 0.5).shape);
    }

    [Fact]
    public void Arrays_of_several_axes_keep_their_shape()
    {
        Assert.Equal((2, 2), tf.constant(new float[,] { { 1, 2 }, { 3, 4 } }).shape);
        Assert.Equal((1, 2), tf.convert_to_tensor(new int[,] { { 1, 2 } }).shape);
        Assert.Equal((2, 1), tf.Variable(new float[,] { { 1 }, { 2 } }).shape);
        Assert.Equal([4f, 6], tf.reduce_sum(new float[,] { { 1, 2 }, { 3, 4 } }, axis: 0).ToArray<float>());
        Assert.Equal((2, 5), tf.pad(tf.constant(new float[,] { { 1, 2 }, { 3, 4 } }), new int[,] { { 0, 0 }, { 1, 2 } }).shape);
    }

    [Fact]
    public void A_range_of_a_data_set_is_int64()
        => Assert.Equal([0L, 3, 6], tf.data.Dataset.range(3).map(x => x * 3).Select(x => x.ToArray<long>()[0]));
}
