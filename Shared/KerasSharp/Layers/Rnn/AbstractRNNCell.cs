using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// What an <see cref="RNN"/> does at each step: (batch, inputs) and states → an output and new states. A cell of your own overrides
/// <see cref="state_size"/>, <see cref="call(Tensor, Tensor, bool?)"/>, and <c>build</c> where it has weights.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/keras/layers/AbstractRNNCell"/>.
/// </summary>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.AbstractRNNCell")]
public class AbstractRNNCell(LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>The size of its state, or of each of its states.</summary>
    /// <exception cref="NotImplementedError">The class does not say.</exception>
    public virtual StateSize state_size => throw new NotImplementedError("Abstract method");

    /// <summary>The size of its output; that of the first state unless a class says otherwise.</summary>
    public virtual StateSize output_size => state_size.First;

    /// <summary>One step.</summary>
    /// <param name="inputs">The input of this step, batch first.</param>
    /// <param name="states">The states behind the step before: <c>states[0]</c> and so on.</param>
    /// <param name="training">Whether this is training; null means inference.</param>
    /// <returns>The output and the new states: <c>return (h, [h]);</c>.</returns>
    /// <exception cref="NotImplementedError">The class does not override it.</exception>
    public virtual Tensor call(Tensor inputs, Tensor states, bool? training = null) => throw new NotImplementedError("Abstract method");

    /// <summary>One step with all that a call may bring: the states, and the constants of the sequence, stand in <paramref name="args"/>.</summary>
    /// <param name="inputs">The input of this step.</param>
    /// <param name="args"><c>states</c>, <c>constants</c>, training.</param>
    /// <exception cref="TypeError">There are no states.</exception>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args) => call(
        Tensors.Of(inputs), args.get<Tensor>("states") ?? throw new TypeError($"{GetType().Name}.call() missing 1 required positional argument: 'states'"), args.training);

    /// <summary>Python's <c>cell(inputs, states)</c>: checks, builds, computes one step.</summary>
    /// <param name="inputs">The input of this step, batch first.</param>
    /// <param name="states">The states: a list, or one tensor.</param>
    /// <param name="training">Whether this is training; that of the call around it if not given.</param>
    /// <param name="constants">What stays the same in all steps, for cells that read it.</param>
    /// <returns>The output and the new states.</returns>
    public Tensor apply(Tensor inputs, Tensor states, bool? training = null, Tensor? constants = null) => apply(inputs, training, kwargs: Arguments(states, constants));

    /// <summary>The states that a sequence begins with: zeros.</summary>
    /// <param name="inputs">The inputs, whose first axis is the batch.</param>
    /// <param name="batch_size">The batch size, where there are no inputs.</param>
    /// <param name="dtype">float32.</param>
    /// <exception cref="ValueError">Neither inputs nor a batch size are given, or another dtype.</exception>
    public virtual Tensor get_initial_state(Tensor? inputs = null, int? batch_size = null, string? dtype = null)
    {
        if (dtype is not (null or "float32"))
        {
            throw new ValueError($"The states of {GetType().Name} are float32. Received: dtype={dtype}");
        }

        return state_size.Zeros(inputs?.Nest.flatten()[0].dim(0) ?? batch_size
            ?? throw new ValueError($"batch_size and dtype cannot be None while constructing initial state. Received: batch_size=None, dtype={dtype ?? "None"}"));
    }

    /// <summary>One step inside of another layer's call.</summary>
    internal (Tensor Output, Tensor States) Step(Tensor inputs, Tensor states, bool? training, Tensor? constants)
    {
        var result = Invoke(inputs, new CallArguments(training, others: Arguments(states, constants)));
        return result is Tensors { Count: 2 } ? (result[0], result[1])
            : throw new ValueError($"The `call` of the cell \"{name}\" (type {GetType().Name}) returns an output and states: (h, [h]). Received: {result}");
    }

    /// <summary>Whether it reads constants: a class of the user's own that overrides the call with all arguments.</summary>
    internal virtual bool ReadsConstants => OverridesOutside(nameof(call), typeof(Nest<Tensor>), typeof(CallArguments).MakeByRefType());

    private protected override bool TakesArgument(string argument) => argument is "states" or "constants" || base.TakesArgument(argument);

    private static Dictionary<string, object?> Arguments(Tensor states, Tensor? constants)
    {
        var arguments = new Dictionary<string, object?> { ["states"] = states };
        if (constants is not null)
        {
            arguments["constants"] = constants;
        }

        return arguments;
    }
}
