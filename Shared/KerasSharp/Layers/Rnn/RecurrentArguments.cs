using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The arguments of a recurrent layer's call: <c>apply(x, initial_state: [h, c])</c>, or all in one list <c>[x, h, c]</c>. Symbolic states and
/// constants stand in the list, so that a model's graph knows where they come from.
/// </summary>
internal static class RecurrentArguments
{
    /// <summary>The inputs, the states and the constants; null where none were given.</summary>
    public static (Nest<Tensor> X, Nest<Tensor>? States, Tensor? Constants) Split(Nest<Tensor> inputs, in CallArguments args, int constantsCount)
    {
        var (states, constants) = (args.initial_state, args.get<Tensor>("constants"));
        states = states is { IsLeaf: true } ? Nest.List([states]) : states;
        if (inputs is not { IsList: true, IsTuple: false })
        {
            return (inputs, states, constants);
        }

        Nest<Tensor>[] items = [.. inputs.Items];
        if (constantsCount > 0 && constants is null)
        {
            constants = new Tensors(Nest.List<Tensor>(items[^constantsCount..]));
            items = items[..^constantsCount];
        }

        return (items[0], items.Length > 1 ? Nest.List<Tensor>(items[1..]) : states, constants);
    }

    /// <summary>The form in which the call goes on.</summary>
    /// <exception cref="ValueError">Some are symbolic and some are not, in Keras's words.</exception>
    public static (Tensor Inputs, CallArguments Arguments) Joined(Nest<Tensor> x, Nest<Tensor>? states, Tensor? constants, in CallArguments args)
    {
        Tensor[] more = [.. states?.flatten() ?? [], .. constants?.Nest.flatten() ?? []];
        var symbolic = more.Count(tensor => tensor.IsSymbolic);
        if (symbolic > 0 && symbolic < more.Length)
        {
            throw new ValueError("The initial state or constants of an RNN layer cannot be specified via a mix of Keras tensors and non-Keras tensors "
                + "(a \"Keras tensor\" is a tensor that was returned by a Keras layer or by `Input` during Functional model construction). "
                + $"Received: initial_state={states?.ToString() ?? "None"}, constants={constants?.ToString() ?? "None"}");
        }

        var others = args.others?.Where(entry => entry.Key != "constants").ToDictionary();
        if (symbolic > 0)
        {
            return (new Tensors(Nest.List([x, .. more.Select(tensor => tensor.Nest)])), new(args.training, args.mask, null, others is { Count: 0 } ? null : others));
        }

        if (constants is not null)
        {
            (others ??= [])["constants"] = constants;
        }

        return (Tensors.Of(x), new(args.training, args.mask, states, others is { Count: 0 } ? null : others));
    }
}
