using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Optimizers;

/// <summary>
/// Steps by the sign of the mean gradient: every weight moves by the same distance (Chen et al. 2023).
/// Source: <see href="https://keras.io/api/optimizers/lion/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.0001 if not given.</param>
/// <param name="beta_1">How much of the mean gradient counts in a step.</param>
/// <param name="beta_2">How much of the mean gradient stays in each step.</param>
/// <param name="kwargs">What all optimizers have.</param>
[KerasExport("keras.optimizers.Lion")]
public sealed class Lion(
    [KerasDefault(0.0001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.99, OptimizerArguments kwargs = default)
    : Optimizer(learning_rate.Or(0.0001), kwargs)
{
    private Variable[] momenta = [];

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        momenta = AddState(var_list, "m");
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        var momentum = momenta[Position(variable)].value;
        var direction = ops.sign((momentum * (float)beta_1) + (gradient * (float)(1 - beta_1)));
        Update.Blend(-Rate, direction, 1, variable.value);
        Update.Blend((float)(1 - beta_2), gradient, (float)beta_2, momentum);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["beta_1"] = beta_1, ["beta_2"] = beta_2 };
}
