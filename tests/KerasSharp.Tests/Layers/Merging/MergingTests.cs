using KerasSharp.Engine;
using static KerasSharp.keras;
using static KerasSharp.keras.layers;

namespace KerasSharp.Tests.Layers.Merging;

/// <summary>What layers that join inputs refuse, in Keras's words (keras/src/layers/merging of Keras 2.15), and what they broadcast.</summary>
public class MergingTests
{
    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Refused("Inputs have incompatible shapes. Received shapes (3,) and (4,)", () => Add().apply([ops.ones(2, 3), ops.ones(2, 4)]));
        Refused("Cannot merge tensors with different batch sizes. Received tensors with shapes [(2, 3), (4, 3)]", () => Add().apply([ops.ones(2, 3), ops.ones(4, 3)]));
        Refused("A merge layer should be called on a list of inputs. Received: input_shape=(2, 3) (not a list of shapes)", () => Add().apply(ops.ones(2, 3)));
        Refused(
            "A `Subtract` layer should be called on exactly 2 inputs. Received: input_shape=[(2, 3), (2, 3), (2, 3)]",
            () => Subtract().apply([ops.ones(2, 3), ops.ones(2, 3), ops.ones(2, 3)]));
        Refused(
            "A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=[(2, 3, 4), (2, 5, 6)]",
            () => Concatenate().apply([ops.ones(2, 3, 4), ops.ones(2, 5, 6)]));
        Refused(
            "A `Concatenate` layer should be called on a list of at least 1 input. Received: input_shape=(2, 3)", () => Concatenate().apply(ops.ones(2, 3)));
        Refused(
            "Incompatible input shapes: axis values 3 (at axis 1) != 4 (at axis 1). Full input shapes: (2, 3), (2, 4)",
            () => Dot(axes: 1).apply([ops.ones(2, 3), ops.ones(2, 4)]));
        Refused("Invalid format for argument `axes`: it should contain two elements. Received: axes=(1, 2, 3)", () => Dot(axes: (1, 2, 3)));
    }

    [Fact]
    public void Inputs_of_fewer_axes_are_stretched_behind_the_batch()
    {
        var y = Add().apply([ops.ones(2, 3), ops.ones(2, 4, 3)]);
        Assert.Equal("(2, 4, 3)", y.shape.ToString());
        Assert.Equal("(None, 4, 3)", add([keras.Input(3), keras.Input((4, 3))]).shape.ToString());
    }

    [Fact]
    public void Functions_make_layers()
    {
        var (a, b) = (Tensor.From<float>([1, 2], 1, 2), Tensor.From<float>([3, 5], 1, 2));
        Assert.Equal([4f, 7f], add([a, b]).ToArray<float>());
        Assert.Equal([-2f, -3f], subtract([a, b]).ToArray<float>());
        Assert.Equal([3f, 10f], multiply([a, b]).ToArray<float>());
        Assert.Equal([2f, 3.5f], average([a, b]).ToArray<float>());
        Assert.Equal([3f, 5f], maximum([a, b]).ToArray<float>());
        Assert.Equal([1f, 2f], minimum([a, b]).ToArray<float>());
        Assert.Equal([1f, 2f, 3f, 5f], concatenate([a, b]).ToArray<float>());
        Assert.Equal([13f], dot([a, b], axes: 1).ToArray<float>());
    }

    private static void Refused(string message, Action action) => Assert.Equal(message, Assert.Throws<ValueError>(action).Message);
}
