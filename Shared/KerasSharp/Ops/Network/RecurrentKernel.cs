using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Ops;

/// <summary>What the gradients of recurrent sequences share.</summary>
internal static class RecurrentKernel
{
    /// <summary>
    /// The gradient by the kernel that multiplies the state: one product of the states before all steps with the gradients behind it.
    /// </summary>
    /// <param name="first">The first state (batch, units).</param>
    /// <param name="outputs">The states behind the steps in their order (at least time, batch, units).</param>
    /// <param name="gradients">The gradients by the products (time, batch, gates), at their own times.</param>
    /// <param name="backwards">Whether the first step is the last time.</param>
    public static Tensor Gradient(Tensor first, Tensor outputs, Tensor gradients, bool backwards)
    {
        var (time, batch, units) = (gradients.dim(0), first.dim(0), first.dim(1));
        var states = ops.concatenate([ops.expand_dims(first, 0), ops.slice(outputs, [0, 0, 0], [time - 1, batch, units])], 0);
        states = backwards ? ops.flip(states, 0) : states;
        return ops.matmul(ops.reshape(states, time * batch, units), ops.reshape(gradients, time * batch, gradients.dim(2)), true, false);
    }

    /// <summary>The gradients of a sequence out of operations, which other tapes can differentiate once more; a mask behind the four inputs has none.</summary>
    public static Tensor?[] Composed(Tensor[] inputs, Tensor dy, Func<Tensor[], Tensor> compose)
    {
        using var tape = new GradientTape();
        var watched = inputs[..4];
        Array.ForEach(watched, tape.watch);
        tape.start();
        var y = compose(inputs);
        tape.stop();
        return [.. tape.gradient(y, watched, dy), .. inputs.Length > 4 ? [(Tensor?)null] : Array.Empty<Tensor?>()];
    }
}
