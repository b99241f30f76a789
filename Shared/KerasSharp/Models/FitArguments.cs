namespace KerasSharp.Models;

/// <summary>How an epoch orders its samples.</summary>
public enum ShuffleKind
{
    /// <summary>Not given: shuffled.</summary>
    Default,

    /// <summary>As they stand.</summary>
    None,

    /// <summary>All samples at random.</summary>
    Samples,

    /// <summary>Batches at random, and the samples inside each.</summary>
    Batches,
}

/// <summary>Keras's <c>shuffle</c>: <c>true</c> (the default), <c>false</c> or <c>"batch"</c>.</summary>
public readonly record struct ShuffleMode
{
    private readonly ShuffleKind kind;

    private ShuffleMode(ShuffleKind kind) => this.kind = kind;

    /// <summary>What was asked for.</summary>
    public ShuffleKind Kind => kind;

    /// <summary>Whether to shuffle the samples.</summary>
    public static implicit operator ShuffleMode(bool shuffle) => new(shuffle ? ShuffleKind.Samples : ShuffleKind.None);

    /// <summary>Only <c>"batch"</c>.</summary>
    /// <exception cref="ValueError">Another string.</exception>
    public static implicit operator ShuffleMode(string shuffle) => shuffle == "batch" ? new(ShuffleKind.Batches)
        : throw new ValueError($"`shuffle` must be true, false or \"batch\". Received: shuffle={shuffle}");

    /// <summary>What <c>fit</c> does with it: not given means true.</summary>
    internal ShuffleMode OrSamples() => kind == ShuffleKind.Default ? true : this;
}

/// <summary>Keras's <c>verbose</c>: 0 silent, 1 progress bar, 2 one line per epoch, <c>"auto"</c> (1).</summary>
public readonly record struct Verbosity
{
    private readonly int? level;

    private Verbosity(int level) => this.level = level;

    /// <summary>The number; <c>"auto"</c> is 1.</summary>
    public int Level => level ?? 1;

    /// <summary>0, 1 or 2.</summary>
    /// <exception cref="ValueError">Another number.</exception>
    public static implicit operator Verbosity(int verbose) => verbose is 0 or 1 or 2 ? new(verbose)
        : throw new ValueError($"`verbose` must be 0, 1, 2 or \"auto\". Received: verbose={verbose}");

    /// <summary><c>"auto"</c>.</summary>
    /// <exception cref="ValueError">Another string.</exception>
    public static implicit operator Verbosity(string verbose) => verbose == "auto" ? new(1)
        : throw new ValueError($"`verbose` must be 0, 1, 2 or \"auto\". Received: verbose={verbose}");
}

/// <summary>Keras's <c>validation_freq</c>: every n-th epoch, or a list of epochs counted from 1.</summary>
public readonly record struct ValidationFrequency
{
    private readonly int every;
    private readonly int[]? epochs;

    private ValidationFrequency(int every, int[]? epochs)
    {
        this.every = every;
        this.epochs = epochs;
    }

    /// <summary>Every n-th epoch.</summary>
    /// <exception cref="ValueError">Not positive.</exception>
    public static implicit operator ValidationFrequency(int every) => every > 0 ? new(every, null)
        : throw new ValueError($"Expected `validation_freq` to be a positive int or a list. Received: validation_freq={every}");

    /// <summary>These epochs, counted from 1.</summary>
    public static implicit operator ValidationFrequency(int[] epochs) => new(1, epochs);

    /// <summary>Whether to validate after this epoch, counted from 0.</summary>
    internal bool Includes(int epoch) => epochs is null ? (epoch + 1) % Math.Max(1, every) == 0 : Array.IndexOf(epochs, epoch + 1) >= 0;
}
