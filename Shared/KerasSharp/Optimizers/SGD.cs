using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>
/// Stochastic gradient descent, with momentum if asked.
/// Source: <see href="https://keras.io/api/optimizers/sgd/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.01 if not given.</param>
/// <param name="momentum">How much of the last step each step repeats, in [0, 1].</param>
/// <param name="nesterov">Whether the gradient counts as if taken after the repeated step.</param>
/// <param name="kwargs">What all optimizers have.</param>
[KerasExport("keras.optimizers.SGD", "keras.optimizers.experimental.SGD")]
public sealed class SGD(
    [KerasDefault(0.01)] LearningRate learning_rate = default, double momentum = 0.0, bool nesterov = false, OptimizerArguments kwargs = default)
    : Optimizer(learning_rate.Or(0.01), kwargs)
{
    private Variable[] steps = [];

    /// <summary>How much of the last step each step repeats.</summary>
    public double momentum { get; } = momentum is >= 0 and <= 1 ? momentum : throw new ValueError("`momentum` must be between [0, 1].");

    /// <summary>Whether the gradient counts as if taken after the repeated step.</summary>
    public bool nesterov { get; } = nesterov;

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        steps = AddState(var_list, "m");
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        // m = momentum · m - rate · g: Keras keeps it with momentum 0 too, and it is in its files.
        var step = steps[Position(variable)].value;
        Update.Blend(-Rate, gradient, (float)momentum, step);
        if (nesterov)
        {
            Update.Blend((float)momentum, step, 1, variable.value);
            Update.Blend(-Rate, gradient, 1, variable.value);
        }
        else
        {
            Update.Blend(1, step, 1, variable.value);
        }
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["momentum"] = momentum, ["nesterov"] = nesterov };
}
