using KerasSharp.Engine;

namespace KerasSharp.Tests.Models.Graph;

/// <summary>A variable beside a symbolic tensor stays a variable: each call of the model reads it, and gradients reach it.</summary>
[Collection("alone")]
public class OpLayerVariableTests
{
    [Fact]
    public void Each_call_reads_the_variable()
    {
        var (x, offset) = (keras.Input(2), tf.Variable(1.0, name: "offset"));
        var (right, left) = (keras.Model(x, x + offset), keras.Model(x, offset - x));
        var data = tf.constant([[1.0, 2.0]]);
        using var tape = tf.GradientTape(persistent: true);
        var before = right.apply(data);
        Assert.Equal([2f, 3], before.ToArray<float>());

        // The tape keeps the old value, so the new one lies in other memory.
        offset.assign(10);
        Assert.Equal([11f, 12], right.apply(data).ToArray<float>());
        Assert.Equal([9f, 8], left.apply(data).ToArray<float>());
        Assert.Equal(2, tape.gradient(before, [offset])[0]!.item());
    }

    [Fact]
    public void It_has_no_configuration()
    {
        var x = keras.Input(2);
        var model = keras.Model(x, x * tf.Variable([1.0, 2.0], trainable: false));
        var error = Assert.Throws<ValueError>(() => model.to_json());
        Assert.Equal(
            "Unable to serialize VariableSpec(shape=(2,), dtype=tf.float32, trainable=False, alias_id=None) to JSON, because the TypeSpec class "
            + "<class 'tensorflow.python.ops.resource_variable_ops.VariableSpec'> has not been registered.",
            error.Message);
    }
}
