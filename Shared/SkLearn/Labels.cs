using System.Collections;
using System.Runtime.CompilerServices;
using KerasSharp.Python;
using NumSharp;

namespace KerasSharp.sklearn;

/// <summary>
/// A list of class labels, as scikit-learn takes them: whole numbers, bools or texts, in an <see cref="NDArray"/>, any .NET array, or a
/// collection expression: <c>[0, 2]</c>, <c>["cat", "dog"]</c>. The default value means "not given".
/// </summary>
[CollectionBuilder(typeof(Labels), nameof(Create))]
public readonly struct Labels : IEnumerable<object>
{
    private readonly IComparable[]? values;

    private Labels(IComparable[] values, int columns = 1) => (this.values, Columns) = (values, columns);

    /// <summary>False for the default value.</summary>
    public bool is_given => values is not null;

    /// <summary>The number of columns of a matrix of labels; 1 for a list.</summary>
    internal int Columns { get; }

    /// <summary>Each label as long, double, bool or string.</summary>
    internal IComparable[] Values => values ?? [];

    /// <summary>Labels of an array of one dimension, or of one column.</summary>
    public static implicit operator Labels(NDArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        var flat = array.flatten();
        IComparable[] values = array.typecode switch
        {
            NPTypeCode.Boolean => [.. flat.ToArray<bool>()],
            NPTypeCode.Single or NPTypeCode.Double or NPTypeCode.Half => [.. flat.astype(typeof(double)).ToArray<double>()],
            _ => [.. flat.astype(typeof(long)).ToArray<long>()],
        };
        return new(values, array.ndim < 2 ? 1 : (int)(array.size / Math.Max(1, array.shape[0])));
    }

    /// <summary>A .NET array of numbers, bools or strings.</summary>
    /// <exception cref="TypeError">Its elements are something else.</exception>
    public static implicit operator Labels(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new([.. array.Cast<object>().Select(One)], array.Rank < 2 ? 1 : array.Length / Math.Max(1, array.GetLength(0)));
    }

    /// <summary>A list of whole numbers.</summary>
    public static implicit operator Labels(List<int> list) => new([.. list.Select(label => (IComparable)(long)label)]);

    /// <summary>A list of texts.</summary>
    public static implicit operator Labels(List<string> list) => new([.. list]);

    /// <summary>What a collection expression makes.</summary>
    public static Labels Create(ReadOnlySpan<object> labels)
    {
        var values = new IComparable[labels.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = One(labels[i]);
        }

        return new(values);
    }

    /// <inheritdoc/>
    public IEnumerator<object> GetEnumerator() => ((IEnumerable<object>)Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One label as long, double, bool or string.</summary>
    internal static IComparable One(object label) => label switch
    {
        string or bool or long or double => (IComparable)label,
        float or Half or decimal => Convert.ToDouble(label, null),
        byte or sbyte or short or ushort or int or uint => Convert.ToInt64(label, null),
        _ => throw new TypeError($"A label is a number, a bool or a text. Received: {PythonFormat.Repr(label)}"),
    };
}
