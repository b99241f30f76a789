using System.Globalization;
using NumSharp;

namespace KerasSharp.Callbacks;

/// <summary>What a training loop tells its callbacks: values by name, in Keras's order (loss, metrics, then val_…).</summary>
public sealed class Logs : OrderedDictionary<string, double>
{
    private HashSet<string>? float32;

    /// <summary>No values.</summary>
    public Logs()
    {
    }

    /// <summary>A copy.</summary>
    public Logs(Logs other)
        : base(other) => float32 = other.float32 is null ? null : [.. other.float32];

    /// <summary>What <c>predict</c> computed for a batch (Python's <c>logs["outputs"]</c>); null elsewhere.</summary>
    public NDArray? outputs { get; init; }

    /// <summary>Sets a value that Keras keeps as float32 and not as a Python float: a learning rate.</summary>
    internal void SetFloat32(string name, float value)
    {
        this[name] = value;
        (float32 ??= []).Add(name);
    }

    /// <summary>The value as Keras's records show it: a float32 by its own digits, 0.001 and not 0.0010000000474974513.</summary>
    internal double Shown(string name) => float32?.Contains(name) == true
        ? double.Parse(((float)this[name]).ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : this[name];
}
