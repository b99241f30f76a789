namespace KerasSharp;

/// <summary>
/// "An integer, a tuple of integers or a tuple of pairs", as Keras's <c>padding</c> and <c>cropping</c> layers take it: what goes before and
/// behind, axis by axis. The default value means "not given".
/// </summary>
public readonly struct Margins : IEquatable<Margins>
{
    private readonly IntTuple numbers;
    private readonly int[][]? pairs;

    private Margins(IntTuple numbers) => this.numbers = numbers;

    private Margins(int[][] pairs) => this.pairs = pairs;

    /// <summary>Whether a value was given at all.</summary>
    public bool is_given => pairs is not null || numbers.is_given;

    /// <summary>Whether one integer was given.</summary>
    public bool is_int => numbers.is_int;

    /// <summary>The number of elements as given: 1 for an integer.</summary>
    internal int Count => pairs?.Length ?? numbers.as_span().Length;

    /// <summary>One integer for all sides.</summary>
    public static implicit operator Margins(int value) => new((IntTuple)value);

    /// <summary>One integer for each axis, or (of a sequence) what goes before and behind.</summary>
    public static implicit operator Margins((int, int) value) => new((IntTuple)value);

    /// <summary>One integer for each of three axes.</summary>
    public static implicit operator Margins((int, int, int) value) => new((IntTuple)value);

    /// <summary>One integer for each axis.</summary>
    public static implicit operator Margins(int[] value) => new((IntTuple)value);

    /// <summary>A pair for each of two axes: ((top, bottom), (left, right)).</summary>
    public static implicit operator Margins(((int, int) First, (int, int) Second) value) => new([Pair(value.First), Pair(value.Second)]);

    /// <summary>A pair for each of three axes.</summary>
    public static implicit operator Margins(((int, int) First, (int, int) Second, (int, int) Third) value) => new([Pair(value.First), Pair(value.Second), Pair(value.Third)]);

    /// <summary>A pair for each axis.</summary>
    public static implicit operator Margins(int[][] value) => new([.. value.Select(pair => (int[])pair.Clone())]);

    /// <summary>Whether both hold the same.</summary>
    public static bool operator ==(Margins left, Margins right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Margins left, Margins right) => !left.Equals(right);

    /// <summary>Python's text: <c>1</c>, <c>(1, 2)</c>, <c>((1, 1), (2, 2))</c>.</summary>
    public override string ToString() => pairs is null ? numbers.ToString() : $"({string.Join(", ", pairs.Select(pair => ((IntTuple)pair).ToString()))}{(pairs.Length == 1 ? "," : "")})";

    /// <inheritdoc/>
    public bool Equals(Margins other) => is_given == other.is_given && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Margins other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>One element, as a number or a pair.</summary>
    internal IntTuple At(int index) => pairs is null ? numbers.as_span()[index] : pairs[index];

    /// <summary>A tuple as the same kind of value.</summary>
    internal static Margins Of(IntTuple value) => new(value);

    /// <summary>The value as one pair; null if it is a tuple of pairs.</summary>
    internal IntTuple? ToPair() => pairs is null ? numbers : (IntTuple?)null;

    private static int[] Pair((int Before, int Behind) pair) => [pair.Before, pair.Behind];
}
