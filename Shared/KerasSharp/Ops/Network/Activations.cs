using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Ops;

/// <summary>The activations that a matrix product or a convolution applies while its result is still in the cache.</summary>
internal static class Activations
{
    /// <summary>Adds a bias and applies an activation in place: what a backend without fused kernels does.</summary>
    public static void Apply(IBackend backend, Tensor? bias, FusedActivation activation, Tensor output)
    {
        if (bias is not null)
        {
            backend.Binary(BinaryOp.Add, output, bias, output);
        }

        if (activation != FusedActivation.None)
        {
            backend.Unary(Function(activation), output, output);
        }
    }

    /// <summary>The gradient by what went into the activation, from only its output <paramref name="y"/>.</summary>
    public static Tensor Backward(FusedActivation activation, Tensor y, Tensor dy)
    {
        if (activation == FusedActivation.None)
        {
            return dy;
        }

        if (!GradientTape.IsRecording && y.Storage.Backend is IActivationGradients fused)
        {
            var dx = Tensor.EmptyLike(y);
            fused.ActivationGradient(activation, y, dy, dx);
            return dx;
        }

        return ops.multiply(dy, activation switch
        {
            FusedActivation.Relu => ops.cast(ops.greater(y, ops.zeros_like(y)), y.dtype),
            FusedActivation.Tanh => 1 - ops.square(y),
            _ => y * (1 - y),
        });
    }

    private static UnaryOp Function(FusedActivation activation) => activation switch
    {
        FusedActivation.Relu => UnaryOp.Relu,
        FusedActivation.Tanh => UnaryOp.Tanh,
        _ => UnaryOp.Sigmoid,
    };
}
