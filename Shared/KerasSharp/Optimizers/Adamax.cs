using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Optimizers;

/// <summary>
/// Adam with the largest gradient in place of the root of the mean square (Kingma and Ba 2014, section 7).
/// Source: <see href="https://keras.io/api/optimizers/adamax/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
/// <param name="beta_1">How much of the mean gradient stays in each step.</param>
/// <param name="beta_2">How much of the mean squared gradient stays in each step.</param>
/// <param name="epsilon">Keeps the division finite.</param>
/// <param name="kwargs">What all optimizers have.</param>
[KerasExport("keras.optimizers.Adamax", "keras.optimizers.experimental.Adamax")]
public sealed class Adamax(
    [KerasDefault(0.001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.999, double epsilon = 1e-7,
    OptimizerArguments kwargs = default)
    : Optimizer(learning_rate.Or(0.001), kwargs)
{
    private Variable[] momenta = [];
    private Variable[] norms = [];

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        (momenta, norms) = AddStates(var_list, "m", "u");
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        var i = Position(variable);
        var (momentum, norm) = (momenta[i], norms[i]);
        Update.Blend((float)(1 - beta_1), gradient, (float)beta_1, momentum.value);
        norm.assign(ops.maximum((float)beta_2 * norm.value, ops.abs(gradient)));
        var rate = Rate / (1 - MathF.Pow((float)beta_1, Step));
        Update.Blend(-rate, momentum.value / (norm.value + (float)epsilon), 1, variable.value);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["beta_1"] = beta_1, ["beta_2"] = beta_2, ["epsilon"] = epsilon };
}
