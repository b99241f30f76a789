using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Optimizers;

/// <summary>
/// Divides the gradient by the root of the sum of its squares: each weight has its own falling rate.
/// Source: <see href="https://keras.io/api/optimizers/adagrad/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
/// <param name="initial_accumulator_value">Where the sums of squared gradients start.</param>
/// <param name="epsilon">Keeps the division finite.</param>
/// <param name="kwargs">What all optimizers have.</param>
[KerasExport("keras.optimizers.Adagrad", "keras.optimizers.experimental.Adagrad")]
public sealed class Adagrad(
    [KerasDefault(0.001)] LearningRate learning_rate = default, double initial_accumulator_value = 0.1, double epsilon = 1e-7,
    OptimizerArguments kwargs = default)
    : Optimizer(learning_rate.Or(0.001), kwargs)
{
    private Variable[] accumulators = [];

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        accumulators = AddState(var_list, "accumulator", initial_accumulator_value);
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        var sum = accumulators[Position(variable)].value;
        Update.Blend(1, ops.square(gradient), 1, sum);
        Update.Blend(-Rate, gradient / ops.sqrt(sum + (float)epsilon), 1, variable.value);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["initial_accumulator_value"] = initial_accumulator_value, ["epsilon"] = epsilon };
}
