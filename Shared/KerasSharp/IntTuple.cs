using System.Runtime.CompilerServices;

namespace KerasSharp;

/// <summary>
/// "An integer or a tuple of integers", as Keras's <c>kernel_size</c>, <c>strides</c>, <c>pool_size</c> and <c>axis</c> take it.
/// The default value means "not given" (Python's <c>None</c>).
/// </summary>
[CollectionBuilder(typeof(IntTuple), nameof(Create))]
public readonly struct IntTuple : IEquatable<IntTuple>
{
    private readonly int[]? values;

    private IntTuple(int[] values, bool isScalar)
    {
        this.values = values;
        is_int = isScalar;
    }

    /// <summary>Whether a value was given at all.</summary>
    public bool is_given => values is not null;

    /// <summary>Whether one integer was given, not a tuple.</summary>
    public bool is_int { get; }

    /// <summary>The integers as given: one for an integer.</summary>
    public ReadOnlySpan<int> as_span() => values;

    /// <summary>For collection expressions: <c>perm: [0, 2, 1]</c>.</summary>
    public static IntTuple Create(ReadOnlySpan<int> values) => new(values.ToArray(), false);

    /// <summary>The integers one by one.</summary>
    public ReadOnlySpan<int>.Enumerator GetEnumerator() => as_span().GetEnumerator();

    /// <summary>The integers as an array of their own.</summary>
    public int[] to_array() => [.. values ?? []];

    /// <summary>The value in a configuration: null, an integer or a list.</summary>
    internal object? ToConfig() => values is null ? null : is_int ? values[0] : to_array();

    /// <summary>Python's text: <c>3</c>, <c>(3, 3)</c>, <c>None</c>.</summary>
    public override string ToString() => values is null ? "None" : is_int ? values[0].ToString() : new TensorShape(values.AsSpan()).ToString();

    /// <inheritdoc/>
    public bool Equals(IntTuple other) => is_given == other.is_given && is_int == other.is_int && as_span().SequenceEqual(other.as_span());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IntTuple other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (values ?? []).Aggregate(is_int ? 1 : 2, HashCode.Combine);

    /// <summary>Whether both hold the same.</summary>
    public static bool operator ==(IntTuple left, IntTuple right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(IntTuple left, IntTuple right) => !left.Equals(right);

    /// <summary>One integer.</summary>
    public static implicit operator IntTuple(int value) => new([value], true);

    /// <summary>A pair.</summary>
    public static implicit operator IntTuple((int, int) value) => new([value.Item1, value.Item2], false);

    /// <summary>Three integers.</summary>
    public static implicit operator IntTuple((int, int, int) value) => new([value.Item1, value.Item2, value.Item3], false);

    /// <summary>Four integers.</summary>
    public static implicit operator IntTuple((int, int, int, int) value) => new([value.Item1, value.Item2, value.Item3, value.Item4], false);

    /// <summary>A tuple of any length.</summary>
    public static implicit operator IntTuple(int[] values) => new([.. values], false);
}
