using KerasSharp.Backends;
using KerasSharp.Engine;
using static KerasSharp.keras;

namespace KerasSharp.Ops;

/// <summary>Changes of variables in place, which no tape records: steps of optimizers, moving averages.</summary>
internal static class Update
{
    /// <summary><c>target = a · x + b · target</c> element by element; x may be the target.</summary>
    public static void Blend(float a, Tensor x, float b, Tensor target)
    {
        target = Writable(target);
        target.Storage.Backend.Blend(a, x, b, target);
    }

    /// <summary>Adam's update of one variable, with Keras's formulas (epsilon outside the bias correction).</summary>
    public static void Adam(Tensor variable, Tensor gradient, Tensor momentum, Tensor velocity, Tensor? maxVelocity, in AdamStep step)
    {
        variable = Writable(variable);
        var backend = variable.Storage.Backend;
        if (backend is IAdam fused)
        {
            fused.Adam(variable, gradient, momentum, velocity, maxVelocity, step);
            return;
        }

        using var quiet = new NoTape();
        Blend(step.Rate1, gradient, 1 - step.Rate1, momentum);
        Blend(step.Rate2, ops.square(gradient), 1 - step.Rate2, velocity);
        if (maxVelocity is not null)
        {
            backend.Copy(ops.maximum(maxVelocity, velocity), maxVelocity);
        }

        Blend(-step.Alpha, ops.divide(momentum, ops.sqrt(maxVelocity ?? velocity) + step.Epsilon), 1, variable);
    }

    // A tape that may still be asked keeps the value that it recorded.
    private static Tensor Writable(Tensor target) => target.Variable?.Writable(keep: true) ?? target;
}
