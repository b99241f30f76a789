using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Optimizers;

/// <summary>
/// Divides the gradient by the root of its mean square.
/// Source: <see href="https://keras.io/api/optimizers/rmsprop/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
/// <param name="rho">How much of the mean squared gradient stays in each step.</param>
/// <param name="momentum">How much of the last step each step repeats, in [0, 1].</param>
/// <param name="epsilon">Keeps the division finite.</param>
/// <param name="centered">Whether the mean gradient is subtracted: squares become a variance.</param>
/// <param name="kwargs">What all optimizers have.</param>
/// <param name="ema_overwrite_frequency">After how many steps the average replaces the variables.</param>
[KerasExport("keras.optimizers.RMSprop", "keras.optimizers.experimental.RMSprop")]
public sealed class RMSprop(
    [KerasDefault(0.001)] LearningRate learning_rate = default, double rho = 0.9, double momentum = 0.0, double epsilon = 1e-7, bool centered = false,
    OptimizerArguments kwargs = default, int? ema_overwrite_frequency = 100)
    : Optimizer(learning_rate.Or(0.001), kwargs with { ema_overwrite_frequency = ema_overwrite_frequency })
{
    private Variable[] velocities = [];
    private Variable[] momenta = [];
    private Variable[] means = [];

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        velocities = AddState(var_list, "velocity");
        momenta = momentum > 0 ? AddState(var_list, "momentum") : [];
        means = centered ? AddState(var_list, "average_gradient") : [];
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        var (i, keep) = (Position(variable), (float)rho);
        Update.Blend((float)(1 - rho), ops.square(gradient), keep, velocities[i].value);
        var variance = velocities[i].value;
        if (centered)
        {
            Update.Blend((float)(1 - rho), gradient, keep, means[i].value);
            variance -= ops.square(means[i].value);
        }

        // Epsilon is inside the root.
        var step = Rate * gradient / ops.sqrt(variance + (float)epsilon);
        if (momentum > 0)
        {
            Update.Blend(1, step, (float)momentum, momenta[i].value);
            step = momenta[i].value;
        }

        Update.Blend(-1, step, 1, variable.value);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["rho"] = rho,
        ["momentum"] = momentum,
        ["epsilon"] = epsilon,
        ["centered"] = centered,
    };
}
