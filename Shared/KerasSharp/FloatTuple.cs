using System.Runtime.CompilerServices;

namespace KerasSharp;

/// <summary>
/// "A number or a tuple of numbers", as Keras's <c>factor</c>, <c>value_range</c> and <c>mean</c> take it: <c>0.2</c>, <c>(-0.1, 0.3)</c>,
/// <c>[1.0, 2.0, 3.0]</c>. The default value means "not given" (Python's <c>None</c>).
/// </summary>
[CollectionBuilder(typeof(FloatTuple), nameof(Create))]
public readonly struct FloatTuple : IEquatable<FloatTuple>, IEnumerable<double>
{
    private readonly double[]? values;

    private FloatTuple(double[] values, bool isScalar)
    {
        this.values = values;
        is_float = isScalar;
    }

    /// <summary>Whether a value was given at all.</summary>
    public bool is_given => values is not null;

    /// <summary>Whether one number was given, not a tuple.</summary>
    public bool is_float { get; }

    /// <summary>The numbers as given: one for a number.</summary>
    public ReadOnlySpan<double> as_span() => values;

    /// <summary>The numbers as an array of their own.</summary>
    public double[] to_array() => [.. values ?? []];

    /// <summary>The value in a configuration: null, a number or a list.</summary>
    internal object? ToConfig() => values is null ? null : is_float ? values[0] : to_array();

    /// <summary>Python's text: <c>0.5</c>, <c>(0.1, 0.2)</c>, <c>None</c>.</summary>
    public override string ToString() => values is null ? "None" : is_float ? Text(values[0])
        : $"({string.Join(", ", values.Select(Text))}{(values.Length == 1 ? "," : "")})";

    /// <summary>For collection expressions.</summary>
    public static FloatTuple Create(ReadOnlySpan<double> values) => new(values.ToArray(), false);

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)(values ?? [])).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FloatTuple other) => is_given == other.is_given && is_float == other.is_float && as_span().SequenceEqual(other.as_span());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FloatTuple other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (values ?? []).Aggregate(is_float ? 1 : 2, HashCode.Combine);

    /// <summary>Whether both hold the same.</summary>
    public static bool operator ==(FloatTuple left, FloatTuple right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(FloatTuple left, FloatTuple right) => !left.Equals(right);

    /// <summary>One number.</summary>
    public static implicit operator FloatTuple(double value) => new([value], true);

    /// <summary>A pair.</summary>
    public static implicit operator FloatTuple((double, double) value) => new([value.Item1, value.Item2], false);

    /// <summary>Three numbers.</summary>
    public static implicit operator FloatTuple((double, double, double) value) => new([value.Item1, value.Item2, value.Item3], false);

    /// <summary>A tuple of any length.</summary>
    public static implicit operator FloatTuple(double[] values) => new([.. values], false);

    private static string Text(double value) => Python.PythonFormat.Str(value);
}
