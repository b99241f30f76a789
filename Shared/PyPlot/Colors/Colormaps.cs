using System.Collections.Concurrent;
using System.Globalization;

namespace KerasSharp.matplotlib;

/// <summary>
/// matplotlib's colour maps by name, each also reversed with <c>_r</c>
/// (<see href="https://matplotlib.org/stable/users/explain/colors/colormaps.html"/>), and seaborn's <c>rocket</c>.
/// </summary>
internal static class Colormaps
{
    /// <summary>ColorBrewer's sequential maps: nine colours, between which is interpolated.</summary>
    private static readonly Dictionary<string, string> Brewer = new()
    {
        ["Blues"] = "f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b",
        ["Greens"] = "f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b",
        ["Greys"] = "ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000",
        ["Oranges"] = "fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704",
        ["Purples"] = "fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d",
        ["Reds"] = "fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d",
    };

    /// <summary>Maps of 256 listed colours: the resource of that name.</summary>
    private static readonly string[] Listed = ["inferno", "magma", "plasma", "rocket", "viridis"];

    private static readonly ConcurrentDictionary<string, Colormap> Made = new();

    public static IEnumerable<string> Names => Listed.Concat(Brewer.Keys).Concat(["gray", "hot", "jet"]).Order(StringComparer.Ordinal);

    /// <summary>The map of a name.</summary>
    /// <exception cref="ValueError">No such map; the message lists all.</exception>
    public static Colormap Get(string name) => Made.GetOrAdd(name, Make);

    private static Colormap Make(string name)
    {
        if (name.EndsWith("_r", StringComparison.Ordinal))
            return Get(name[..^2]).Reversed();
        if (Listed.Contains(name))
            return new(name, ReadListed(name));
        if (Brewer.TryGetValue(name, out var colours))
            return new(name, Interpolate(BrewerChannel(name, colours, 0), BrewerChannel(name, colours, 1), BrewerChannel(name, colours, 2)));
        return name switch
        {
            "gray" => new(name, Interpolate([(0, 0), (1, 1)], [(0, 0), (1, 1)], [(0, 0), (1, 1)])),
            "hot" => new(name, Interpolate(
                [(0, 0.0416), (0.365079, 1), (1, 1)], [(0, 0), (0.365079, 0), (0.746032, 1), (1, 1)], [(0, 0), (0.746032, 0), (1, 1)])),
            "jet" => new(name, Interpolate(
                [(0, 0), (0.35, 0), (0.66, 1), (0.89, 1), (1, 0.5)],
                [(0, 0), (0.125, 0), (0.375, 1), (0.64, 1), (0.91, 0), (1, 0)],
                [(0, 0.5), (0.11, 1), (0.34, 1), (0.65, 0), (1, 0)])),
            _ => throw new ValueError($"'{name}' is not a valid value for cmap; supported values are "
                + $"{string.Join(", ", Names.Select(n => $"'{n}'"))}, each also reversed with '_r'"),
        };
    }

    private static (double At, double Value)[] BrewerChannel(string name, string colours, int channel)
    {
        var values = colours.Split(' ').Select(c => Convert.FromHexString(c)[channel] / 255.0).ToArray();
        // matplotlib's own table has the last blue of Reds one bit below 13/255, which decides a truncated byte.
        if (name == "Reds" && channel == 2)
            values[^1] = Math.BitDecrement(values[^1]);
        return [.. values.Select((value, i) => (i / (values.Length - 1.0), value))];
    }

    private static Rgba[] Interpolate((double At, double Value)[] red, (double At, double Value)[] green, (double At, double Value)[] blue)
        => [.. Enumerable.Range(0, 256).Select(i => new Rgba(At(red, i), At(green, i), At(blue, i)))];

    /// <summary>The channel at table entry <paramref name="i"/>, computed in matplotlib's order so that the last bit agrees.</summary>
    private static double At((double At, double Value)[] channel, int i)
    {
        if (i == 0 || i == 255)
            return channel[i == 0 ? 0 : ^1].Value;
        var position = 255 * (i * (1 / 255.0));
        var above = Array.FindIndex(channel, point => point.At * 255 >= position);
        var (low, high) = (channel[above - 1], channel[above]);
        var distance = (position - low.At * 255) / (high.At * 255 - low.At * 255);
        return distance * (high.Value - low.Value) + low.Value;
    }

    private static Rgba[] ReadListed(string name)
    {
        using var stream = typeof(Colormaps).Assembly.GetManifestResourceStream($"{name}.csv")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()).Select(v => new Rgba(v[0], v[1], v[2]))];
    }
}
