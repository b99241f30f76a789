using KerasSharp.Python;

namespace KerasSharp.Callbacks;

/// <summary>Keras's <c>save_freq</c>: <c>"epoch"</c> (the default) or a number of batches.</summary>
public readonly record struct SaveFrequency
{
    private SaveFrequency(int? batches) => Batches = batches;

    /// <summary>After how many batches; null after each epoch.</summary>
    public int? Batches { get; }

    /// <summary>A number of batches.</summary>
    public static implicit operator SaveFrequency(int batches) => new(batches);

    /// <summary>Only <c>"epoch"</c>.</summary>
    /// <exception cref="ValueError">Another string.</exception>
    public static implicit operator SaveFrequency(string frequency) => frequency == "epoch" ? default : throw Unrecognized(frequency);

    /// <summary>No fraction is a number of batches: for the message that Keras gives.</summary>
    /// <exception cref="ValueError">Always.</exception>
    public static implicit operator SaveFrequency(double frequency) => throw Unrecognized(PythonFormat.Repr(frequency));

    private static ValueError Unrecognized(string received) => new($"Unrecognized save_freq: {received}. Expected save_freq are \"epoch\" or integer");
}
