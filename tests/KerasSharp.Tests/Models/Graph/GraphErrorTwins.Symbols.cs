using KerasSharp.Engine;
using static KerasSharp.builtins;

namespace KerasSharp.Tests.Models.Graph;

// A value asked of a symbolic tensor, and operators and functions on tensors that do not fit.
public static partial class GraphErrorTwins
{
    public static void iteration_over_a_symbolic_tensor()
    {
        foreach (var t in X())
        {
            Assert.Fail($"{t}");
        }
    }

    public static void len_of_a_symbolic_tensor() => len(X());

    // Python's float(x) and int(x) are x.item() here.
    public static void float_of_a_symbolic_tensor() => _ = tf.reduce_sum(X()).item();

    public static void int_of_a_symbolic_tensor() => _ = (int)tf.shape(X())[0].item();

    // As above: an array of a tensor's values is x.numpy() or x.ToArray.
    public static void np_array_of_a_symbolic_tensor() => X().ToArray<float>();

    public static void variable_of_a_symbolic_tensor() => tf.Variable(X());

    public static void tape_gradient_of_symbolic_tensors()
    {
        var x = X();
        using var tape = tf.GradientTape();
        tape.watch(x);
        var y = x * x;
        tape.gradient(y, x);
    }

    public static void matmul_of_other_shapes() => tf.matmul(keras.Input((2, 3)), keras.Input((4, 2)));

    public static void concat_of_other_shapes() => tf.concat([keras.Input((2, 3)), keras.Input((3, 4))], axis: 1);

    public static void add_of_integers_and_floats() => _ = keras.Input(3, dtype: "int32") + keras.Input(3);

    public static void index_beyond() => _ = keras.Input((2, 3))[.., 2];

    public static void too_many_indices() => _ = keras.Input(3)[.., 0, 0];

    public static void index_by_text() => _ = keras.Input(3)["a"];

    public static void reshape_of_another_size() => tf.reshape(tf.zeros((2, 3)), (3, 3));

    private static Tensor X() => keras.Input(3, name: "x");
}
