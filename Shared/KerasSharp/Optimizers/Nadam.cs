using KerasSharp.Backends;
using KerasSharp.Engine;
using KerasSharp.Ops;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Optimizers;

/// <summary>
/// Adam with Nesterov's momentum (Dozat 2015).
/// Source: <see href="https://keras.io/api/optimizers/Nadam/"/>.
/// </summary>
/// <param name="learning_rate">How far a step goes: a number or a schedule; 0.001 if not given.</param>
/// <param name="beta_1">How much of the mean gradient stays in each step.</param>
/// <param name="beta_2">How much of the mean squared gradient stays in each step.</param>
/// <param name="epsilon">Keeps the division finite.</param>
/// <param name="kwargs">What all optimizers have.</param>
[KerasExport("keras.optimizers.Nadam", "keras.optimizers.experimental.Nadam")]
public sealed class Nadam(
    [KerasDefault(0.001)] LearningRate learning_rate = default, double beta_1 = 0.9, double beta_2 = 0.999, double epsilon = 1e-7,
    OptimizerArguments kwargs = default)
    : Optimizer(learning_rate.Or(0.001), kwargs)
{
    private Variable[] momenta = [];
    private Variable[] velocities = [];
    private double product = 1;
    private long productStep;

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        (momenta, velocities) = AddStates(var_list, "m", "v");
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        var i = Position(variable);
        var (momentum, velocity) = (momenta[i].value, velocities[i].value);
        Update.Blend((float)(1 - beta_1), gradient, (float)beta_1, momentum);
        Update.Blend((float)(1 - beta_2), ops.square(gradient), (float)beta_2, velocity);
        double all = Product(Step), now = Momentum(Step), next = Momentum(Step + 1);
        var ahead = (momentum * (float)(next / (1 - (all * next)))) + (gradient * (float)((1 - now) / (1 - all)));
        var scale = ops.sqrt(velocity / (1 - MathF.Pow((float)beta_2, Step))) + (float)epsilon;
        Update.Blend(-Rate, ahead / scale, 1, variable.value);
    }

    /// <summary>The momentum of a step: it grows towards beta_1.</summary>
    private double Momentum(long step) => beta_1 * (1 - (0.5 * Math.Pow(0.96, step)));

    /// <summary>The product of the momenta of all steps so far.</summary>
    private double Product(long step)
    {
        if (step != productStep)
        {
            // One factor per step; the loop is long only after the state was read from a file.
            (product, productStep) = step > productStep ? (product, productStep) : (1, 0);
            while (productStep < step)
            {
                product *= Momentum(++productStep);
            }
        }

        return product;
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["beta_1"] = beta_1, ["beta_2"] = beta_2, ["epsilon"] = epsilon };
}
