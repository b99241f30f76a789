using System.Globalization;
using System.Runtime.CompilerServices;
using KerasSharp.Python;
using NumSharp;

namespace KerasSharp.matplotlib;

/// <summary>
/// A sequence of numbers or names, as matplotlib's <c>plot</c> and <c>bar</c> take it: an <see cref="NDArray"/>, any .NET array, or a list.
/// A list in the code (<c>[0, 1, 2]</c>, <c>[]</c>) is one too. The default value means "not given".
/// </summary>
[CollectionBuilder(typeof(ArrayLike), nameof(Create))]
public readonly struct ArrayLike
{
    private readonly double[]? values;

    private ArrayLike(double[] values, string[]? names = null)
    {
        this.values = values;
        Names = names;
    }

    /// <summary>Whether anything was given.</summary>
    internal bool IsGiven => values is not null;

    /// <summary>The numbers; of names their positions 0, 1, 2, …</summary>
    internal double[] Values => values ?? [];

    /// <summary>The names, where names were given: categories.</summary>
    internal string[]? Names { get; }

    /// <summary>The numbers, which have to be there.</summary>
    /// <exception cref="ValueError">None was given.</exception>
    internal double[] Required(string parameter) => values ?? throw new ValueError($"{parameter} must not be None");

    /// <summary>For the compiler: the numbers of a list in the code.</summary>
    public static ArrayLike Create(ReadOnlySpan<double> numbers) => new(numbers.ToArray());

    /// <summary>The numbers, one after the other.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)Values).GetEnumerator();

    /// <summary>The numbers of a sequence.</summary>
    internal static ArrayLike From(IEnumerable<double> numbers) => new([.. numbers]);

    /// <summary>The numbers of a one-dimensional array; null means "not given".</summary>
    /// <exception cref="ValueError">It has more dimensions.</exception>
    public static implicit operator ArrayLike(NDArray? array)
    {
        if (array is null)
            return default;
        return array.ndim <= 1 ? new(Numbers(array)) : throw Dimensions(array.ndim);
    }

    /// <summary>A .NET array of numbers or of strings; null means "not given".</summary>
    /// <exception cref="TypeError">Its elements are neither.</exception>
    /// <exception cref="ValueError">It has more than one dimension.</exception>
    public static implicit operator ArrayLike(Array? array)
    {
        if (array is null)
            return default;
        if (array.Rank > 1)
            throw Dimensions(array.Rank);
        if (array is string[] names)
            return new([.. names.Select((_, i) => (double)i)], names);
        try
        {
            return new([.. array.Cast<object>().Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture))]);
        }
        catch (Exception error) when (error is InvalidCastException or FormatException)
        {
            throw new TypeError($"An array of numbers or strings is expected. Received: {array.GetType().Name}", error);
        }
    }

    /// <summary>A list of numbers.</summary>
    public static implicit operator ArrayLike(List<double> list) => From(list);

    /// <summary>A list of numbers.</summary>
    public static implicit operator ArrayLike(List<float> list) => From(list.Select(value => (double)value));

    /// <summary>A list of numbers.</summary>
    public static implicit operator ArrayLike(List<int> list) => From(list.Select(value => (double)value));

    /// <summary>A list of names.</summary>
    public static implicit operator ArrayLike(List<string> list) => list.ToArray();

    /// <summary>Python's <c>range</c>.</summary>
    public static implicit operator ArrayLike(PythonRange range) => From(range.Select(value => (double)value));

    /// <summary>The elements of an array of any shape, in C order.</summary>
    internal static double[] Numbers(NDArray array) => array.astype(NPTypeCode.Double).ToArray<double>();

    private static ValueError Dimensions(int count) => new($"a one-dimensional array is expected, received one of {count} dimensions");
}
