using KerasSharp.Engine;

namespace KerasSharp;

public static partial class tf
{
    /// <summary>
    /// A function with a gradient of your own, as Python's <c>@tf.custom_gradient</c> makes it:
    /// <code>
    /// var clipped = tf.custom_gradient(x =&gt; (keras.ops.copy(x), upstream =&gt; keras.ops.clip(upstream, -0.5, 0.5)));
    /// </code>
    /// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/custom_gradient"/>.
    /// </summary>
    /// <param name="f">Gives, for the argument, the result and the function that makes the gradient by the argument from the one by the result.</param>
    /// <exception cref="TypeError">Thrown by the result: the function uses a variable that is no argument.</exception>
    public static Func<Tensor, Tensor> custom_gradient(Func<Tensor, (Tensor, Func<Tensor, Tensor?>)> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return x => ApplyCustom(
            inputs =>
            {
                var (value, gradient) = f(inputs[0]);
                return (value, upstream => [gradient(upstream)]);
            },
            x);
    }

    /// <summary>The same for a function of two arguments, whose gradient is a pair.</summary>
    /// <param name="f">Gives, for the arguments, the result and the function that makes the gradients by them from the one by the result.</param>
    public static Func<Tensor, Tensor, Tensor> custom_gradient(Func<Tensor, Tensor, (Tensor, Func<Tensor, (Tensor?, Tensor?)>)> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return (x, y) => ApplyCustom(
            inputs =>
            {
                var (value, gradient) = f(inputs[0], inputs[1]);
                return (value, upstream =>
                {
                    var (first, second) = gradient(upstream);
                    return [first, second];
                }
                );
            },
            x, y);
    }

    /// <summary>The same for a function of any number of arguments, whose gradient is an array with one entry for each.</summary>
    /// <param name="f">Gives, for the arguments, the result and the function that makes the gradients by them from the one by the result.</param>
    public static Func<Tensor[], Tensor> custom_gradient(Func<Tensor[], (Tensor, Func<Tensor, Tensor?[]>)> f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return inputs => ApplyCustom(f, inputs);
    }

    private static Tensor ApplyCustom(Func<Tensor[], (Tensor, Func<Tensor, Tensor?[]>)> f, params Tensor[] inputs)
        => SymbolicFunctions.Take(inputs)
            ? throw new TypeError("A function with a gradient of its own takes tensors with values. Call it inside the `call` of a layer.")
            : new Ops.CustomGradient(f).apply(inputs);
}
