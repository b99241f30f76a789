namespace KerasSharp.matplotlib;

/// <summary>A font size: points, or matplotlib's words (<c>"small"</c>, <c>"x-large"</c>). The default value means "not given".</summary>
public readonly struct FontSize
{
    /// <summary>matplotlib's <c>rcParams["font.size"]</c>, which the words scale.</summary>
    private const double Medium = 10;

    private static readonly Dictionary<string, double> Words = new()
    {
        ["xx-small"] = 0.579,
        ["x-small"] = 0.694,
        ["small"] = 0.833,
        ["medium"] = 1,
        ["large"] = 1.2,
        ["x-large"] = 1.44,
        ["xx-large"] = 1.728,
        ["smaller"] = 0.833,
        ["larger"] = 1.2,
    };

    private FontSize(double points) => Points = points > 0
        ? points
        : throw new ValueError($"fontsize should be a positive number of points, got {points}");

    internal double? Points { get; }

    /// <summary>Points.</summary>
    /// <exception cref="ValueError">Not positive.</exception>
    public static implicit operator FontSize(double points) => new(points);

    /// <summary>A word.</summary>
    /// <exception cref="ValueError">No such word; the message lists all.</exception>
    public static implicit operator FontSize(string word) => Words.TryGetValue(word, out var scale)
        ? new(Medium * scale)
        : throw new ValueError($"'{word}' is not a valid value for fontsize; supported values are {string.Join(", ", Words.Keys.Select(w => $"'{w}'"))}, or a number");
}
