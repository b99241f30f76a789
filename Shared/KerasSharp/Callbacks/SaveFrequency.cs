using KerasSharp.Python;

namespace KerasSharp.Callbacks;

/// <summary>Keras's <c>save_freq</c>: <c>"epoch"</c> (also when not given), or a number of batches.</summary>
public readonly record struct SaveFrequency
{
    private SaveFrequency(int? batches) => this.batches = batches;

    /// <summary>The number of batches; null for epochs.</summary>
    public int? batches { get; }

    /// <summary>Only <c>"epoch"</c>.</summary>
    /// <exception cref="ValueError">Another string.</exception>
    public static implicit operator SaveFrequency(string save_freq) => save_freq == "epoch" ? default : throw Unrecognized(save_freq);

    /// <summary>After so many batches.</summary>
    /// <exception cref="ValueError">Not positive.</exception>
    public static implicit operator SaveFrequency(int save_freq) => save_freq > 0 ? new(save_freq) : throw Unrecognized(PythonFormat.Str(save_freq));

    /// <summary>Never right: a number of batches is whole.</summary>
    /// <exception cref="ValueError">Always.</exception>
    public static implicit operator SaveFrequency(double save_freq) => throw Unrecognized(PythonFormat.Str(save_freq));

    private static ValueError Unrecognized(string text) => new($"Unrecognized save_freq: {text}. Expected save_freq are \"epoch\" or integer");
}
