using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine;

public class GradientTapeTests
{
    [Fact]
    public void A_variable_is_watched_by_itself()
    {
        var w = new Variable(Tensor.Scalar(3));
        using var tape = new GradientTape().start();
        var y = ops.square(w) + w;
        var gradient = tape.gradient(y, [w])[0];
        Assert.Equal(7, gradient!.item());
    }

    [Fact]
    public void A_frozen_variable_and_an_unwatched_tensor_have_no_gradient()
    {
        var frozen = new Variable(Tensor.Scalar(3), trainable: false);
        var x = Tensor.Scalar(2);
        using var tape = new GradientTape(persistent: true).start();
        var y = frozen * x;
        Assert.Null(tape.gradient(y, [frozen])[0]);
        Assert.Null(tape.gradient(y, [x])[0]);
    }

    [Fact]
    public void A_value_used_twice_adds_its_gradients()
    {
        var x = Tensor.Scalar(2);
        using var tape = new GradientTape().start();
        tape.watch(x);
        var y = x * x * x;
        Assert.Equal(12, tape.gradient(y, [x])[0]!.item());
    }

    [Fact]
    public void Only_a_persistent_tape_can_be_asked_twice()
    {
        var w = new Variable(Tensor.Scalar(3));
        using var once = new GradientTape().start();
        var y = ops.square(w);
        once.gradient(y, [w]);
        var error = Assert.Throws<RuntimeError>(() => once.gradient(y, [w]));
        Assert.Equal("A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)", error.Message);
    }

    [Fact]
    public void Nested_tapes_give_a_second_derivative()
    {
        var x = Tensor.Scalar(3);
        using var outer = new GradientTape().start();
        outer.watch(x);
        Tensor first;
        using (var inner = new GradientTape().start())
        {
            inner.watch(x);
            var y = x * x * x;
            first = inner.gradient(y, [x])[0]!;
        }

        Assert.Equal(27, first.item());
        Assert.Equal(18, outer.gradient(first, [x])[0]!.item());
    }

    [Fact]
    public void Broadcast_shapes_get_their_gradients_back()
    {
        var matrix = Tensor.Full(2, 3, 4);
        var row = Tensor.Full(5, 4);
        var column = Tensor.Full(7, 3, 1);
        using var tape = new GradientTape().start();
        tape.watch(row);
        tape.watch(column);
        var y = (matrix * row) + column;
        var gradients = tape.gradient(y, [row, column]);
        Assert.Equal(new TensorShape(4), gradients[0]!.shape);
        Assert.Equal([6f, 6, 6, 6], gradients[0]!.ToArray<float>());
        Assert.Equal(new TensorShape(3, 1), gradients[1]!.shape);
        Assert.Equal([4f, 4, 4], gradients[1]!.ToArray<float>());
    }

    [Fact]
    public void A_stopped_gradient_is_a_constant()
    {
        var x = Tensor.Scalar(3);
        using var tape = new GradientTape().start();
        tape.watch(x);
        var y = x * ops.stop_gradient(x);
        Assert.Equal(3, tape.gradient(y, [x])[0]!.item());
    }
}
