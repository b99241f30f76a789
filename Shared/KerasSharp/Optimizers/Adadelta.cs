using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Optimizers;

/// <summary>
/// Scales the gradient by the root of mean squared steps over that of mean squared gradients (Zeiler 2012).
/// Source: <see href="https://keras.io/api/optimizers/adadelta/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
/// <param name="rho">How much of the mean squared gradient stays in each step.</param>
/// <param name="epsilon">Keeps the division finite.</param>
/// <param name="kwargs">What all optimizers have.</param>
[KerasExport("keras.optimizers.Adadelta", "keras.optimizers.experimental.Adadelta")]
public sealed class Adadelta(
    [KerasDefault(0.001)] LearningRate learning_rate = default, double rho = 0.95, double epsilon = 1e-7, OptimizerArguments kwargs = default)
    : Optimizer(learning_rate.Or(0.001), kwargs)
{
    private Variable[] gradients = [];
    private Variable[] steps = [];

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        (gradients, steps) = AddStates(var_list, "accumulated_grad", "accumulated_delta_var");
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        var (i, keep, rest) = (Position(variable), (float)rho, (float)(1 - rho));
        Update.Blend(rest, ops.square(gradient), keep, gradients[i].value);
        var step = -Root(steps[i].value) * gradient / Root(gradients[i].value);
        Update.Blend(rest, ops.square(step), keep, steps[i].value);
        Update.Blend(Rate, step, 1, variable.value);
    }

    private Tensor Root(Tensor mean) => ops.sqrt(mean + (float)epsilon);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["rho"] = rho, ["epsilon"] = epsilon };
}
