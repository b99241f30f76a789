using System.Runtime.CompilerServices;
using KerasSharp.Engine;

namespace KerasSharp;

/// <summary>
/// A shape as Keras writes it: <c>(None, 28, 28, 6)</c>. A dimension that is not known is <see langword="null"/>.
/// Converts from an int, a tuple or an array; the default value means "not given".
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/TensorShape"/>.
/// </summary>
[CollectionBuilder(typeof(TensorShape), nameof(Create))]
public readonly struct TensorShape : IEquatable<TensorShape>, IEnumerable<int?>
{
    private readonly int?[]? dims;

    /// <summary>A shape of these dimensions.</summary>
    public TensorShape(params int?[] dims) => this.dims = dims;

    /// <summary>A shape of known dimensions.</summary>
    public TensorShape(ReadOnlySpan<int> dims)
    {
        var copy = new int?[dims.Length];
        for (var i = 0; i < dims.Length; i++)
        {
            copy[i] = dims[i];
        }

        this.dims = copy;
    }

    /// <summary>A shape in which -1 stands for an unknown dimension.</summary>
    internal static TensorShape FromDims(int[] dims) => new(Array.ConvertAll(dims, d => d < 0 ? (int?)null : d));

    /// <summary>The shape in a configuration: a list of integers and nulls; not given if it is something else.</summary>
    internal static TensorShape FromConfig(object? value) => value switch
    {
        TensorShape shape => shape,
        IReadOnlyList<object?> list when list.All(d => d is null or int or long) => new([.. list.Select(d => d is null ? (int?)null : Convert.ToInt32(d, null))]),
        _ => default,
    };

    /// <summary>False for the default value, which means that no shape was given.</summary>
    public bool is_given => dims is not null;

    /// <summary>The number of dimensions.</summary>
    public int rank => dims?.Length ?? 0;

    /// <summary>Whether no dimension is unknown.</summary>
    public bool is_fully_defined => dims is not null && Array.TrueForAll(dims, d => d is not null);

    /// <summary>The dimension at <paramref name="index"/>; a negative one counts from the end, as in Python's <c>shape[-1]</c>.</summary>
    /// <exception cref="IndexError">The shape has no such dimension.</exception>
    public int? this[int index] => index >= -rank && index < rank ? dims![index < 0 ? index + rank : index]
        : throw new IndexError("tuple index out of range");

    /// <summary>The dimension at <paramref name="index"/>, from the end as in <c>shape[^1]</c>.</summary>
    /// <exception cref="IndexError">The shape has no such dimension.</exception>
    public int? this[Index index] => this[index.IsFromEnd ? -index.Value : index.Value];

    /// <summary>A part of the dimensions: <c>shape[1..]</c>; of what lies beyond the ends nothing, as in Python.</summary>
    public TensorShape this[Range range]
    {
        get
        {
            var end = Math.Clamp(range.End.GetOffset(rank), 0, rank);
            return new((dims ?? [])[Math.Clamp(range.Start.GetOffset(rank), 0, end)..end]);
        }
    }

    /// <summary>The product of the dimensions; an unknown one gives <see langword="null"/>.</summary>
    /// <exception cref="ValueError">It does not fit into 64 bits.</exception>
    public long? num_elements() => is_fully_defined ? CheckedGeometry.Product(ToDims()) : null;

    /// <summary>This shape behind one more dimension in front: <c>(28, 28)</c> becomes <c>(None, 28, 28)</c>.</summary>
    public TensorShape with_batch(int? batch = null) => new([batch, .. dims ?? []]);

    /// <summary>This shape without its first dimension.</summary>
    public TensorShape without_batch() => new((dims ?? [])[1..]);

    /// <summary>The dimensions as a list; <see langword="null"/> where one is unknown.</summary>
    public List<int?> as_list() => [.. dims ?? []];

    /// <summary>The dimensions; -1 where one is unknown.</summary>
    internal int[] ToDims() => [.. (dims ?? []).Select(d => d ?? -1)];

    /// <inheritdoc/>
    public bool Equals(TensorShape other) => (dims ?? []).AsSpan().SequenceEqual(other.dims ?? []) && is_given == other.is_given;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TensorShape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (dims ?? []).Aggregate(rank, HashCode.Combine);

    /// <summary>Whether two shapes have the same dimensions.</summary>
    public static bool operator ==(TensorShape left, TensorShape right) => left.Equals(right);

    /// <summary>Whether two shapes differ.</summary>
    public static bool operator !=(TensorShape left, TensorShape right) => !left.Equals(right);

    /// <summary>Python's text: <c>(None, 28, 28)</c>, <c>(10,)</c>, <c>()</c>.</summary>
    public override string ToString()
    {
        var parts = (dims ?? []).Select(d => d?.ToString() ?? "None");
        return rank == 1 ? $"({parts.Single()},)" : $"({string.Join(", ", parts)})";
    }

    /// <summary>Python's <c>repr</c>: <c>TensorShape([None, 28])</c>.</summary>
    internal string Repr() => $"TensorShape([{string.Join(", ", (dims ?? []).Select(d => d?.ToString() ?? "None"))}])";

    /// <inheritdoc/>
    public IEnumerator<int?> GetEnumerator() => ((IEnumerable<int?>)(dims ?? [])).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>For collection expressions: <c>TensorShape s = [null, 28, 28];</c></summary>
    public static TensorShape Create(ReadOnlySpan<int?> dims) => new(dims.ToArray());

    /// <summary>One dimension, as Python's <c>(10,)</c>.</summary>
    public static implicit operator TensorShape(int dim) => new([dim]);

    /// <summary>One dimension that another shape has: <c>add_weight(shape: input_shape[-1])</c>.</summary>
    /// <exception cref="ValueError">It is unknown.</exception>
    public static implicit operator TensorShape(int? dim) => new([dim ?? throw new ValueError("A dimension is unknown here: it is None.")]);

    /// <summary>Two dimensions.</summary>
    public static implicit operator TensorShape((int?, int?) d) => new([d.Item1, d.Item2]);

    /// <summary>Three dimensions.</summary>
    public static implicit operator TensorShape((int?, int?, int?) d) => new([d.Item1, d.Item2, d.Item3]);

    /// <summary>Four dimensions.</summary>
    public static implicit operator TensorShape((int?, int?, int?, int?) d) => new([d.Item1, d.Item2, d.Item3, d.Item4]);

    /// <summary>Five dimensions.</summary>
    public static implicit operator TensorShape((int?, int?, int?, int?, int?) d) => new([d.Item1, d.Item2, d.Item3, d.Item4, d.Item5]);

    /// <summary>Known dimensions.</summary>
    public static implicit operator TensorShape(int[] dims) => new(dims.AsSpan());

    /// <summary>Dimensions, some of them unknown.</summary>
    public static implicit operator TensorShape(int?[] dims) => new(dims);
}
