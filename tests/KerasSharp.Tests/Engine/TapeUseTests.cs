using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Engine;

/// <summary>How programs use tapes: blocks, nesting, what stays as it was recorded.</summary>
public class TapeUseTests
{
    [Fact]
    public void A_tape_answers_behind_its_block()
    {
        var w = new Variable(Tensor.Scalar(3));
        Tensor y;
        var tape = tf.GradientTape();
        using (tape)
        {
            y = ops.square(w);
        }

        Assert.Equal(6, tape.gradient(y, [w])[0]!.item());
    }

    [Fact]
    public void A_tape_that_serves_once_stops_recording_at_gradient()
    {
        var w = new Variable(Tensor.Scalar(3));
        using var tape = tf.GradientTape();
        tape.gradient(ops.square(w), [w]);
        Assert.False(GradientTape.IsRecording);

        using var persistent = tf.GradientTape(persistent: true);
        persistent.gradient(ops.square(w), [w]);
        Assert.True(GradientTape.IsRecording);
    }

    [Fact]
    public void A_cast_between_float_types_has_a_gradient()
    {
        var w = new Variable(Tensor.From<float>([1, -2], 2));
        using var tape = tf.GradientTape();
        var y = ops.square(ops.cast(w, "float64"));
        Assert.Equal(DType.Float64, y.dtype);
        var gradient = tape.gradient(y, [w])[0]!;
        Assert.Equal([2f, -4], gradient.ToArray<float>());
    }

    [Fact]
    public void Nested_tapes_give_the_second_derivative_of_a_product()
    {
        var x = Tensor.Scalar(0.5f);
        using var outer = tf.GradientTape();
        outer.watch(x);
        Tensor first;
        using (var inner = tf.GradientTape())
        {
            inner.watch(x);
            first = inner.gradient(x * ops.tanh(x), x)!;
        }

        var tanh = Math.Tanh(0.5);
        Assert.Equal((2 * (1 - (tanh * tanh))) - (tanh * (1 - (tanh * tanh))), outer.gradient(first, x)!.item(), 1e-5);
        Assert.Equal(1.209, (2 * (1 - (tanh * tanh))) - (tanh * (1 - (tanh * tanh))), 1e-3);
    }

    [Fact]
    public void An_outer_tape_can_stop_first()
    {
        var x = Tensor.Scalar(3);
        using var outer = tf.GradientTape();
        outer.watch(x);
        using var inner = tf.GradientTape();
        inner.watch(x);
        var y = ops.square(x);
        Assert.Equal(6, outer.gradient(y, x)!.item());
        var z = y * x;
        Assert.Equal(27, inner.gradient(z, x)!.item());
        Assert.False(GradientTape.IsRecording);
    }

    [Fact]
    public void A_persistent_tape_keeps_the_values_that_it_recorded()
    {
        var w = new Variable(Tensor.Scalar(3));
        var optimizer = optimizers.SGD(learning_rate: 0.5);
        var tape = tf.GradientTape(persistent: true);
        Tensor y, z;
        using (tape)
        {
            y = ops.square(w);
            z = y * w;
        }

        optimizer.apply_gradients([(tape.gradient(y, [w])[0], w)]);
        Assert.Equal(0, w.item());
        Assert.Equal(27, tape.gradient(z, [w])[0]!.item());
        Assert.Equal(6, tape.gradient(y, [w])[0]!.item());
    }

    [Fact]
    public void A_variable_changes_in_place_where_no_tape_needs_it()
    {
        var w = new Variable(Tensor.Scalar(3));
        var before = w.value;
        using var tape = tf.GradientTape();
        tape.gradient(ops.square(w), [w]);
        w.assign(5);
        Assert.Same(before, w.value);
        Assert.Equal(5, before.item());
    }

    [Fact]
    public void Structures_of_sources_come_back()
    {
        var (a, b) = (Tensor.Scalar(2), Tensor.Scalar(3));
        using var tape = tf.GradientTape(persistent: true);
        tape.watch((a, b));
        var y = a * a * b;
        var (byA, byB) = tape.gradient(y, (a, b))!;
        Assert.Equal((12f, 4f), (byA.item(), byB.item()));
        var named = tape.gradient(y, new Tensors { ["first"] = a, ["second"] = b })!;
        Assert.Equal(4, named["second"].item());
        var (rowA, rowB) = tape.jacobian(ops.stack([y, b]), (a, b))!;
        Assert.Equal([12f, 0], rowA.ToArray<float>());
        Assert.Equal([4f, 1], rowB.ToArray<float>());
    }

    [Fact]
    public void Types_do_not_mix()
    {
        var error = Assert.Throws<InvalidArgumentError>(() => ops.concatenate([Tensor.From<float>([1, 2], 2), Tensor.From<int>([1, 2], 2)]));
        Assert.Contains("ConcatV2", error.Message);
    }
}
