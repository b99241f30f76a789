using System.Collections;
using System.Runtime.CompilerServices;
using KerasSharp.Engine;
using KerasSharp.Python;
using NumSharp;

namespace KerasSharp;

public static partial class builtins
{
    /// <summary>Python's <c>range(stop)</c>: 0, 1, … before <paramref name="stop"/>.</summary>
    public static PythonRange range(int stop) => new(0, stop, 1);

    /// <summary>Python's <c>range(stop)</c> of a dimension: <c>range(x.shape[1])</c>.</summary>
    /// <exception cref="TypeError">The dimension is unknown.</exception>
    public static PythonRange range(int? stop) => range(stop ?? throw new TypeError("'NoneType' object cannot be interpreted as an integer"));

    /// <summary>Python's <c>range(start, stop, step=1)</c>.</summary>
    public static PythonRange range(int start, int stop, int step = 1) => new(start, stop, step);

    /// <summary>Python's <c>len(sequence)</c>.</summary>
    public static int len<T>(IReadOnlyCollection<T> sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        return sequence.Count;
    }

    /// <summary>Python's <c>len</c> of a text (in characters), an array or a tensor (its first dimension), a shape, a tuple or any collection.</summary>
    /// <exception cref="TypeError">The value has no length.</exception>
    public static int len(object value) => value switch
    {
        string text => FormatText.Length(text),
        Tensor tensor => tensor.Len(),
        NDArray { ndim: 0 } => throw new TypeError("len() of unsized object"),
        NDArray array => checked((int)array.shape[0]),
        Array array => array.GetLength(0),
        ICollection collection => collection.Count,
        TensorShape shape => shape.rank,
        ITuple tuple => tuple.Length,
        _ => throw new TypeError($"object of type '{PythonRepr.TypeName(value)}' has no len()"),
    };

    /// <summary>Python's <c>zip(a, b)</c>: pairs, as many as the shorter has.</summary>
    public static IEnumerable<(T1 First, T2 Second)> zip<T1, T2>(IEnumerable<T1> a, IEnumerable<T2> b) => a.Zip(b);

    /// <summary>Python's <c>zip(a, b, c)</c>.</summary>
    public static IEnumerable<(T1 First, T2 Second, T3 Third)> zip<T1, T2, T3>(IEnumerable<T1> a, IEnumerable<T2> b, IEnumerable<T3> c) => a.Zip(b, c);

    /// <summary>Python's <c>enumerate(sequence, start=0)</c>: each item with its number.</summary>
    public static IEnumerable<(int Index, T Item)> enumerate<T>(IEnumerable<T> sequence, int start = 0)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        return Numbered(sequence, start);
    }

    // Going through an array gives what array[i] gives: rows, or scalars that print as numbers and convert as in (int)digit.
    // NumSharp turns plain arrays and texts into NDArrays by itself: the priorities keep those to the forms above.

    /// <summary>Python's <c>zip</c> of two arrays: <c>foreach (var (digit, count) in zip(unique, counts))</c>.</summary>
    [OverloadResolutionPriority(-2)]
    public static IEnumerable<(NDArray First, NDArray Second)> zip(NDArray a, NDArray b) => Rows(a).Zip(Rows(b));

    /// <inheritdoc cref="zip(NDArray, NDArray)"/>
    [OverloadResolutionPriority(-1)]
    public static IEnumerable<(T First, NDArray Second)> zip<T>(IEnumerable<T> a, NDArray b) => a.Zip(Rows(b));

    /// <inheritdoc cref="zip(NDArray, NDArray)"/>
    [OverloadResolutionPriority(-1)]
    public static IEnumerable<(NDArray First, T Second)> zip<T>(NDArray a, IEnumerable<T> b) => Rows(a).Zip(b);

    /// <summary>Python's <c>enumerate</c> of an array's rows.</summary>
    [OverloadResolutionPriority(-1)]
    public static IEnumerable<(int Index, NDArray Item)> enumerate(NDArray array, int start = 0) => Numbered(Rows(array), start);

    private static IEnumerable<NDArray> Rows(NDArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return range(len(array)).Select(i => array[i]);
    }

    private static IEnumerable<(int Index, T Item)> Numbered<T>(IEnumerable<T> sequence, int start)
    {
        foreach (var item in sequence)
        {
            yield return (start++, item);
        }
    }
}
