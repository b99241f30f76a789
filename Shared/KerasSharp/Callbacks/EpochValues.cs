namespace KerasSharp.Callbacks;

/// <summary>Values of epochs by name, in the order of the logs: what <c>history.history</c> holds.</summary>
public sealed class EpochValues : OrderedDictionary<string, List<double>>
{
    /// <summary>The values of a name, one per epoch.</summary>
    /// <exception cref="KeyError">There is no such name; the message lists those that are there.</exception>
    public new List<double> this[string name]
    {
        get => TryGetValue(name, out var values) ? values
            : throw new KeyError($"'{name}'. Existing names are: [{string.Join(", ", Keys.Select(k => $"'{k}'"))}]");
        set => base[name] = value;
    }
}
