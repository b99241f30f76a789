namespace KerasSharp.Callbacks;

/// <summary>What a training loop tells its callbacks: values by name, in Keras's order (loss, metrics, then val_…).</summary>
public sealed class Logs : OrderedDictionary<string, double>
{
    /// <summary>No values.</summary>
    public Logs()
    {
    }

    /// <summary>A copy.</summary>
    public Logs(Logs other)
        : base(other)
    {
    }
}
