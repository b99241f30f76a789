using static KerasSharp.keras;

namespace KerasSharp.Tests.Models.Graph;

// Optimizers that a user calls.
public static partial class GraphErrorTwins
{
    public static void apply_gradients_without_gradients() => optimizers.SGD().apply_gradients([(null, tf.Variable(1.0, name: "v"))]);

    public static void apply_gradients_of_nothing() => optimizers.SGD().apply_gradients([]);

    public static void apply_gradients_of_another_shape() => optimizers.SGD().apply_gradients([(tf.ones(3), tf.Variable([1.0, 2.0], name: "v"))]);

    public static void minimize_without_tape()
    {
        var v = tf.Variable(1.0, name: "v");
        optimizers.SGD().minimize(v * v, [v]);
    }

    public static void optimizer_meets_new_variables()
    {
        var (a, b) = (tf.Variable(1.0, name: "a"), tf.Variable(1.0, name: "b"));
        var o = optimizers.Adam();
        o.apply_gradients([(tf.constant(1.0), a)]);
        o.apply_gradients([(tf.constant(1.0), b)]);
    }
}
