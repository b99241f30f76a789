using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>
/// Changes variables by their gradients. Source: <see href="https://keras.io/api/optimizers/"/>.
/// </summary>
public abstract class Optimizer
{
    /// <summary>The learning rate of the next step: a float32, as Keras holds it. Setting it changes a schedule into a constant.</summary>
    public abstract float learning_rate { get; set; }

    /// <summary>Steps taken so far.</summary>
    public long iterations { get; set; }

    /// <summary>Makes the state (momenta, …) for these variables; called once, before the first step.</summary>
    public abstract void build(IReadOnlyList<Variable> var_list);

    /// <summary>One step: changes each variable by its gradient and applies its constraint. A null gradient leaves its variable as it is.</summary>
    public abstract void apply_gradients(IReadOnlyList<(Tensor? gradient, Variable variable)> grads_and_vars);

    /// <summary>The constructor's arguments, as Keras writes them.</summary>
    public abstract Config get_config();
}
