using KerasSharp.Engine;
using KerasSharp.Python;

namespace KerasSharp.Optimizers;

// One step from a loss: its gradients, and what they change.
public abstract partial class Optimizer
{
    /// <summary>One step: the gradients of a loss, and <see cref="apply_gradients"/>.</summary>
    /// <param name="loss">The loss, which the tape recorded.</param>
    /// <param name="var_list">The variables to change: <c>model.trainable_variables</c>.</param>
    /// <param name="tape">The tape.</param>
    /// <exception cref="ValueError">No tape was given, or no gradient reaches any of the variables; in Keras's words.</exception>
    public void minimize(Tensor loss, IReadOnlyList<Variable> var_list, GradientTape? tape = null) => apply_gradients(compute_gradients(loss, var_list, tape));

    /// <summary>One step: the gradients of a loss, and <see cref="apply_gradients"/>.</summary>
    /// <param name="loss">Computes the loss.</param>
    /// <param name="var_list">The variables to change: <c>model.trainable_variables</c>.</param>
    /// <param name="tape">The tape that records the loss; a new one if not given.</param>
    /// <exception cref="ValueError">No gradient reaches any of the variables, in Keras's words.</exception>
    public void minimize(Func<Tensor> loss, IReadOnlyList<Variable> var_list, GradientTape? tape = null) => apply_gradients(compute_gradients(loss, var_list, tape));

    /// <summary>The gradients of a loss, each with its variable.</summary>
    /// <inheritdoc cref="minimize(Tensor, IReadOnlyList{Variable}, GradientTape?)"/>
    public List<(Tensor? gradient, Variable variable)> compute_gradients(Tensor loss, IReadOnlyList<Variable> var_list, GradientTape? tape = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return tape is not null ? [.. tape.gradient(loss, var_list).Zip(var_list)]
            : throw new ValueError($"`tape` is required when a `Tensor` loss is passed. Received: loss={PythonFormat.Str(loss.numpy())}, tape=None.");
    }

    /// <summary>The gradients of a loss, each with its variable.</summary>
    /// <inheritdoc cref="minimize(Func{Tensor}, IReadOnlyList{Variable}, GradientTape?)"/>
    public List<(Tensor? gradient, Variable variable)> compute_gradients(Func<Tensor> loss, IReadOnlyList<Variable> var_list, GradientTape? tape = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        using var recording = (tape ?? new GradientTape()).start();
        return compute_gradients(loss(), var_list, recording);
    }
}
