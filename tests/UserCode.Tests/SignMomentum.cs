using KerasSharp.Engine;
using KerasSharp.Optimizers;
using static KerasSharp.keras;

namespace UserCode;

/// <summary>An optimizer with a state: it follows the sign of a moving average of the gradients.</summary>
public class SignMomentum(double learning_rate = 0.01, double momentum = 0.9) : Optimizer(learning_rate)
{
    private readonly Dictionary<Variable, Variable> averages = [];

    /// <inheritdoc/>
    public override void build(IReadOnlyList<Variable> var_list)
    {
        base.build(var_list);
        foreach (var variable in var_list)
        {
            averages[variable] = add_variable_from_reference(variable, "average");
        }
    }

    /// <inheritdoc/>
    public override void update_step(Tensor gradient, Variable variable)
    {
        var average = averages[variable];
        average.assign(average.value * momentum + gradient * (1 - momentum));
        variable.assign(variable.value - ops.sign(average) * Rate);
    }
}
