using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Tf;

public class CustomGradientTests
{
    [Fact]
    public void The_given_gradient_is_taken()
    {
        var doubled = tf.custom_gradient(x => (ops.copy(x), upstream => upstream * 2.0));
        var w = new Variable(Tensor.From<float>([1, -2], 2));
        using var tape = tf.GradientTape();
        var y = doubled(w) * 3.0;
        Assert.Equal([6f, 6], tape.gradient(y, [w])[0]!.ToArray<float>());
    }

    [Fact]
    public void What_the_forward_pass_computed_can_be_differentiated_again()
    {
        // log(1 + e^x) with e^x taken from the forward pass: the second derivative is sigmoid · (1 - sigmoid).
        var softplus = tf.custom_gradient(x =>
        {
            var e = ops.exp(x);
            return (ops.log(1.0 + e), upstream => upstream * (1.0 - (1.0 / (1.0 + e))));
        });
        var x = Tensor.Scalar(0.5f);
        using var outer = tf.GradientTape();
        outer.watch(x);
        Tensor first;
        using (var inner = tf.GradientTape())
        {
            inner.watch(x);
            first = inner.gradient(softplus(x), x)!;
        }

        Assert.Equal(0.62245935, first.item(), 1e-6);
        Assert.Equal(0.23500371, outer.gradient(first, x)!.item(), 1e-6);
    }

    [Fact]
    public void Two_arguments_have_a_pair_of_gradients()
    {
        var product = tf.custom_gradient((x, y) => (x * y, upstream => (upstream * 10.0, null)));
        var (a, b) = (Tensor.Scalar(2), Tensor.Scalar(3));
        using var tape = tf.GradientTape();
        tape.watch((a, b));
        var gradients = tape.gradient(product(a, b), [a, b]);
        Assert.Equal(10, gradients[0]!.item());
        Assert.Null(gradients[1]);
    }

    [Fact]
    public void A_variable_must_be_an_argument()
    {
        var w = new Variable(Tensor.Scalar(2), "w:0");
        var hidden = tf.custom_gradient(x => (x * w, upstream => upstream));
        var error = Assert.Throws<TypeError>(() => hidden(Tensor.Scalar(1)));
        Assert.Contains("'w:0'", error.Message);
    }

    [Fact]
    public void A_gradient_for_each_argument_is_asked_for()
    {
        var wrong = tf.custom_gradient((Tensor[] x) => (x[0] + x[1], upstream => [upstream]));
        var (a, b) = (Tensor.Scalar(2), Tensor.Scalar(3));
        using var tape = tf.GradientTape();
        tape.watch((a, b));
        var y = wrong([a, b]);
        var error = Assert.Throws<ValueError>(() => tape.gradient(y, [a, b]));
        Assert.Equal("custom_gradient function expected to return 2 gradients, but returned 1 instead.", error.Message);
    }
}
