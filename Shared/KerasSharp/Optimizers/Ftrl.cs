using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Optimizers;

/// <summary>
/// Follow the regularized leader: for shallow models with many sparse features (McMahan et al. 2013).
/// Source: <see href="https://keras.io/api/optimizers/ftrl/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
/// <param name="learning_rate_power">How the rate falls with the sum of squared gradients; -0.5 is the square root.</param>
/// <param name="initial_accumulator_value">Where the sums of squared gradients start.</param>
/// <param name="l1_regularization_strength">Draws weights to exactly 0.</param>
/// <param name="l2_regularization_strength">Draws weights towards 0.</param>
/// <param name="l2_shrinkage_regularization_strength">Adds to the gradient in proportion to the weight.</param>
/// <param name="beta">Adds to the l2 strength, divided by the rate.</param>
/// <param name="kwargs">What all optimizers have.</param>
[KerasExport("keras.optimizers.Ftrl", "keras.optimizers.experimental.Ftrl")]
public sealed class Ftrl(
    [KerasDefault(0.001)] LearningRate learning_rate = default, double learning_rate_power = -0.5, double initial_accumulator_value = 0.1,
    double l1_regularization_strength = 0.0, double l2_regularization_strength = 0.0, double l2_shrinkage_regularization_strength = 0.0,
    double beta = 0.0, OptimizerArguments kwargs = default)
    : Optimizer(learning_rate.Or(0.001), kwargs)
{
    private Variable[] accumulators = [];
    private Variable[] linears = [];

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        (accumulators, linears) = AddStates(var_list, "accumulator", "linear", initial_accumulator_value);
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        var i = Position(variable);
        var (sum, linear) = (accumulators[i].value, linears[i].value);
        var power = Tensor.ScalarBeside(sum, -(float)learning_rate_power);
        var l1 = (float)l1_regularization_strength;
        var l2 = (float)l2_regularization_strength + ((float)beta / (2 * Rate));

        var newSum = sum + ops.square(gradient);
        var (root, newRoot) = (ops.power(sum, power), ops.power(newSum, power));
        Update.Blend(1, gradient + (variable.value * (2 * (float)l2_shrinkage_regularization_strength)), 1, linear);
        Update.Blend(-1 / Rate, (newRoot - root) * variable.value, 1, linear);
        variable.assign((ops.clip(linear, -l1, l1) - linear) / ((newRoot / Rate) + (2 * l2)));
        accumulators[i].assign(newSum);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["learning_rate_power"] = learning_rate_power,
        ["initial_accumulator_value"] = initial_accumulator_value,
        ["l1_regularization_strength"] = l1_regularization_strength,
        ["l2_regularization_strength"] = l2_regularization_strength,
        ["l2_shrinkage_regularization_strength"] = l2_shrinkage_regularization_strength,
        ["beta"] = beta,
    };
}
