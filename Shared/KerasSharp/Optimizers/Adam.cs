using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>
/// Steps by the mean gradient over the root of the mean squared gradient (Kingma and Ba 2014). Epsilon is added to
/// the root before the bias correction, as Keras does.
/// Source: <see href="https://keras.io/api/optimizers/adam/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
/// <param name="beta_1">How much of the mean gradient stays in each step.</param>
/// <param name="beta_2">How much of the mean squared gradient stays in each step.</param>
/// <param name="epsilon">Keeps the division finite.</param>
/// <param name="amsgrad">Whether the largest mean squared gradient so far counts, not the present one.</param>
/// <param name="kwargs">What all optimizers have.</param>
[KerasExport("keras.optimizers.Adam", "keras.optimizers.experimental.Adam")]
public class Adam(
    [KerasDefault(0.001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.999, double epsilon = 1e-7, bool amsgrad = false,
    OptimizerArguments kwargs = default)
    : Optimizer(learning_rate.Or(0.001), kwargs)
{
    private Variable[] momenta = [];
    private Variable[] velocities = [];
    private Variable[] largest = [];

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        (momenta, velocities) = AddStates(var_list, "m", "v");

        largest = amsgrad ? AddState(var_list, "vhat") : [];
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        // The corrections are computed in float32, as Keras does.
        var correction1 = 1 - MathF.Pow((float)beta_1, Step);
        var correction2 = 1 - MathF.Pow((float)beta_2, Step);
        var alpha = Rate * MathF.Sqrt(correction2) / correction1;
        var i = Position(variable);
        Update.Adam(
            variable.value, gradient, momenta[i].value, velocities[i].value, amsgrad ? largest[i].value : null,
            new AdamStep(alpha, (float)(1 - beta_1), (float)(1 - beta_2), (float)epsilon));
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config())
    {
        ["beta_1"] = beta_1,
        ["beta_2"] = beta_2,
        ["epsilon"] = epsilon,
        ["amsgrad"] = amsgrad,
    };
}
