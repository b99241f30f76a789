using KerasSharp.Engine;

namespace KerasSharp.Tests.Optimizers;

/// <summary><c>optimizer.minimize</c>: the gradients of a loss and a step, by a tape or a function.</summary>
public class MinimizeTests
{
    [Fact]
    public void A_step_goes_down_the_gradient()
    {
        // The loss (w - 1)^2 has the gradient 2 (w - 1) = 4 at 3: w becomes 3 - 0.1 * 4.
        var w = new Variable(Tensor.Scalar(3f), "w");
        var optimizer = keras.optimizers.SGD(learning_rate: 0.1);
        optimizer.minimize(() => tf.square(w.value - 1.0), [w]);
        Assert.Equal(2.6f, w.value.item(), 1e-6f);

        using (var tape = tf.GradientTape())
        {
            var loss = tf.square(w.value - 1.0);
            optimizer.minimize(loss, [w], tape);
        }

        Assert.Equal(2.6f - (0.1f * 3.2f), w.value.item(), 1e-6f);
    }

    [Fact]
    public void A_loss_needs_its_tape()
    {
        var w = new Variable(Tensor.Scalar(3f), "w");
        var error = Assert.Throws<ValueError>(() => keras.optimizers.SGD().minimize(w.value * 2.0, [w]));
        Assert.StartsWith("`tape` is required when a `Tensor` loss is passed.", error.Message, StringComparison.Ordinal);
    }
}
