using KerasSharp.Engine;

namespace KerasSharp.Tests.Engine;

public class TensorLikeTests
{
    [Fact]
    public void An_array_keeps_its_shape_and_type()
    {
        Check<float>(tf.constant(new[,] { { 1f, 2f }, { 3f, 4f } }), [2, 2], [1, 2, 3, 4]);
        Check<int>(tf.convert_to_tensor(new[,,] { { { 1, 2, 3 } }, { { 4, 5, 6 } } }), [2, 1, 3], [1, 2, 3, 4, 5, 6]);
        Check<long>(tf.constant(new[,] { { long.MaxValue, long.MinValue + 1 } }), [1, 2], [long.MaxValue, long.MinValue + 1]);
        Check<byte>(tf.constant(new byte[] { 0, 255 }), [2], [0, 255]);
        Check<bool>(tf.constant(new[,] { { true }, { false } }), [2, 1], [true, false]);
        Check<Half>(tf.constant(new[] { (Half)0.5 }), [1], [(Half)0.5]);
        Check<int>(tf.constant(new short[,] { { 1 }, { -2 } }), [2, 1], [1, -2]);
        Check<float>(tf.constant(new float[2, 0]), [2, 0], []);
    }

    [Fact]
    public void A_number_with_a_fraction_is_float32_unless_float64_is_wanted()
    {
        Check<float>(tf.constant(new[,] { { 0.1, 0.2 } }), [1, 2], [0.1f, 0.2f]);
        Check<double>(tf.constant(new[,] { { 0.1, 0.2 } }, dtype: tf.float64), [1, 2], [0.1, 0.2]);
        Check<double>(tf.constant([0.1, 0.2], dtype: tf.float64), [2], [0.1, 0.2]);
    }

    [Fact]
    public void Arrays_of_several_axes_serve_wherever_a_tensor_does()
    {
        float[,] x = { { 1, 2 }, { 3, 4 } };
        Check<float>(tf.Variable(x).value, [2, 2], [1, 2, 3, 4]);
        Check<float>(tf.reduce_sum(x, axis: 0), [2], [4, 6]);
        Check<float>(tf.matmul(x, x), [2, 2], [7, 10, 15, 22]);
        Check<float>(tf.pad(x, new[,] { { 1, 0 }, { 0, 1 } }), [3, 3], [0, 0, 0, 1, 2, 0, 3, 4, 0]);
        Check<float>(tf.stack(new Tensors(Nest.List<Tensor>([tf.constant(x), tf.constant(x)]))), [2, 2, 2], [1, 2, 3, 4, 1, 2, 3, 4]);
    }

    private static void Check<T>(Tensor tensor, int[] shape, T[] values)
        where T : unmanaged
    {
        Assert.Equal(shape, tensor.Dims.ToArray());
        Assert.Equal(values, tensor.ToArray<T>());
    }
}
