namespace KerasSharp.matplotlib;

/// <summary>A font weight: matplotlib's words (<c>"bold"</c>), or 0 to 1000. From 600 on it is drawn bold. The default value means "not given".</summary>
public readonly struct FontWeight
{
    private static readonly Dictionary<string, int> Words = new()
    {
        ["ultralight"] = 100,
        ["light"] = 200,
        ["normal"] = 400,
        ["regular"] = 400,
        ["book"] = 400,
        ["medium"] = 500,
        ["roman"] = 500,
        ["semibold"] = 600,
        ["demibold"] = 600,
        ["demi"] = 600,
        ["bold"] = 700,
        ["heavy"] = 800,
        ["extra bold"] = 800,
        ["black"] = 900,
    };

    private FontWeight(int weight) => IsBold = weight is >= 0 and <= 1000
        ? weight >= 600
        : throw new ValueError($"weight is invalid: {weight}; a number should be within 0-1000");

    internal bool? IsBold { get; }

    /// <summary>A number from 0 to 1000.</summary>
    /// <exception cref="ValueError">Outside that range.</exception>
    public static implicit operator FontWeight(int weight) => new(weight);

    /// <summary>A word.</summary>
    /// <exception cref="ValueError">No such word; the message lists all.</exception>
    public static implicit operator FontWeight(string word) => Words.TryGetValue(word, out var weight)
        ? new(weight)
        : throw new ValueError($"weight is invalid: '{word}'; supported values are {string.Join(", ", Words.Keys.Select(w => $"'{w}'"))}, or a number");
}
