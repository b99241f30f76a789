using KerasSharp.Backends;
using KerasSharp.Engine;

namespace KerasSharp.Ops;

/// <summary>
/// A function whose gradient the user gives. Its forward pass is made of operations that tapes record, so that what the gradient takes from it
/// can be differentiated again; the result itself is known to tapes by the given gradient alone.
/// </summary>
internal sealed class CustomGradient(Func<Tensor[], (Tensor Value, Func<Tensor, Tensor?[]> Gradient)> function) : Operation
{
    private Tensor? value;
    private Func<Tensor, Tensor?[]>? backward;

    /// <inheritdoc/>
    public override string name => "custom_gradient";

    /// <inheritdoc/>
    protected internal override OutputSpec infer(Tensor[] inputs)
    {
        using var watcher = new GradientTape().start();
        (value, backward) = function(inputs);
        var variables = watcher.watched_variables();
        watcher.reset();
        foreach (var variable in variables)
        {
            if (!Array.Exists(inputs, input => input.Variable == variable))
            {
                throw new TypeError("If using @custom_gradient with a function that uses variables, then grad_fn must accept a 'variables' keyword argument. "
                    + $"Hand the variable '{variable.name}' over as an argument.");
            }
        }

        return new(value.dtype, value.DimsArray);
    }

    /// <inheritdoc/>
    protected override Tensor compute(IBackend backend, Tensor[] inputs, OutputSpec spec) => value!.View(spec.Dims);

    /// <inheritdoc/>
    protected override void run(IBackend backend, Tensor[] inputs, Tensor output) => backend.Copy(value!, output);

    /// <inheritdoc/>
    protected override Tensor?[] gradient(Tensor[] inputs, Tensor output, Tensor dy, ReadOnlySpan<bool> needs)
    {
        var gradients = backward!(dy);
        return gradients.Length == inputs.Length ? gradients
            : throw new ValueError($"custom_gradient function expected to return {inputs.Length} gradients, but returned {gradients.Length} instead.");
    }
}
