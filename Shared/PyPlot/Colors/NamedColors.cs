using System.Globalization;

namespace KerasSharp.matplotlib;

/// <summary>
/// What matplotlib understands as a colour: <c>"r"</c>, <c>"green"</c>, <c>"tab:blue"</c>, <c>"C0"</c>, <c>"#1f77b4"</c>, <c>"0.75"</c> (a grey),
/// <c>"none"</c> (<see href="https://matplotlib.org/stable/users/explain/colors/colors.html"/>).
/// </summary>
internal static class NamedColors
{
    private static readonly Dictionary<char, Rgba> Letters = new()
    {
        ['b'] = new(0, 0, 1),
        ['g'] = new(0, 0.5, 0),
        ['r'] = new(1, 0, 0),
        ['c'] = new(0, 0.75, 0.75),
        ['m'] = new(0.75, 0, 0.75),
        ['y'] = new(0.75, 0.75, 0),
        ['k'] = new(0, 0, 0),
        ['w'] = new(1, 1, 1),
    };

    private static readonly (string Name, Rgba Color)[] Tableau =
    [
        ("blue", Rgba.FromBytes(31, 119, 180)), ("orange", Rgba.FromBytes(255, 127, 14)), ("green", Rgba.FromBytes(44, 160, 44)),
        ("red", Rgba.FromBytes(214, 39, 40)), ("purple", Rgba.FromBytes(148, 103, 189)), ("brown", Rgba.FromBytes(140, 86, 75)),
        ("pink", Rgba.FromBytes(227, 119, 194)), ("gray", Rgba.FromBytes(127, 127, 127)), ("olive", Rgba.FromBytes(188, 189, 34)),
        ("cyan", Rgba.FromBytes(23, 190, 207)),
    ];

    /// <summary>The colour cycle of lines: <c>C0</c>, <c>C1</c>, … (tab10), which starts again after ten.</summary>
    public static Rgba Cycle(int index) => Tableau[index % Tableau.Length].Color;

    /// <summary>The single letters, as a format string such as <c>"b-"</c> uses them.</summary>
    public static bool TryLetter(char letter, out Rgba color) => Letters.TryGetValue(letter, out color);

    /// <summary>The colour of a name.</summary>
    /// <exception cref="ValueError">No such colour.</exception>
    public static Rgba Parse(string name) => TryParse(name, out var color)
        ? color
        : throw new ValueError($"Invalid RGBA argument: '{name}'. Valid are names such as 'red' or 'steelblue', the letters 'b', 'g', 'r', 'c', 'm', 'y', 'k', 'w', "
            + "'C0' to 'C9', 'tab:blue', '#rrggbb', and greys from '0' to '1'");

    /// <summary>Whether the text names a colour.</summary>
    public static bool TryParse(string name, out Rgba color)
    {
        if (name.Length == 1 && Letters.TryGetValue(name[0], out color))
            return true;
        if (name.StartsWith('#'))
            return TryHexadecimal(name.AsSpan(1), out color);
        if (name.Length > 1 && name[0] == 'C' && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            color = Cycle(index);
            return true;
        }
        if (double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out var grey))
        {
            color = new(grey, grey, grey);
            return grey is >= 0 and <= 1;
        }
        return TryWord(name.ToLowerInvariant().Replace("grey", "gray"), out color);
    }

    private static bool TryWord(string word, out Rgba color)
    {
        color = default;
        if (word == "none")
            return true;
        if (word.StartsWith("tab:", StringComparison.Ordinal))
        {
            var found = Array.Find(Tableau, entry => entry.Name == word[4..]);
            color = found.Color;
            return found.Name is not null;
        }
        // .NET's known colours are CSS's, as matplotlib's are, and besides those of the desktop ("ActiveBorder"), which are not meant.
        var known = System.Drawing.Color.FromName(word);
        if (word.Length < 2 || !known.IsKnownColor || known.IsSystemColor || known.A == 0)
            return false;
        color = Rgba.FromBytes(known.R, known.G, known.B);
        return true;
    }

    private static bool TryHexadecimal(ReadOnlySpan<char> digits, out Rgba color)
    {
        color = default;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
                return false;
        }
        if (digits.Length is 3 or 4)
            digits = string.Concat(digits.ToArray().Select(d => $"{d}{d}"));
        if (digits.Length is not (6 or 8))
            return false;
        var bytes = Convert.FromHexString(digits);
        color = Rgba.FromBytes(bytes[0], bytes[1], bytes[2]).WithAlpha(bytes.Length == 4 ? bytes[3] / 255.0 : 1);
        return true;
    }
}
