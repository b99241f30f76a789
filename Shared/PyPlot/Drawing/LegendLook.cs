namespace KerasSharp.matplotlib;

/// <summary>A legend's place (null for the best one) and its font size in points.</summary>
internal sealed record LegendLook((HorizontalAlign Across, VerticalAlign Along)? Place, double FontSize);

/// <summary>The places that a legend can have, in matplotlib's order, in which the best one is sought.</summary>
internal static class LegendPlaces
{
    private static readonly (string Name, HorizontalAlign Across, VerticalAlign Along)[] Places =
    [
        ("upper right", HorizontalAlign.Right, VerticalAlign.Top),
        ("upper left", HorizontalAlign.Left, VerticalAlign.Top),
        ("lower left", HorizontalAlign.Left, VerticalAlign.Bottom),
        ("lower right", HorizontalAlign.Right, VerticalAlign.Bottom),
        ("right", HorizontalAlign.Right, VerticalAlign.Center),
        ("center left", HorizontalAlign.Left, VerticalAlign.Center),
        ("center right", HorizontalAlign.Right, VerticalAlign.Center),
        ("lower center", HorizontalAlign.Center, VerticalAlign.Bottom),
        ("upper center", HorizontalAlign.Center, VerticalAlign.Top),
        ("center", HorizontalAlign.Center, VerticalAlign.Center),
    ];

    public static IEnumerable<(HorizontalAlign Across, VerticalAlign Along)> All => Places.Select(place => (place.Across, place.Along));

    /// <exception cref="ValueError">No such place; the message lists all.</exception>
    public static (HorizontalAlign Across, VerticalAlign Along)? Parse(string loc)
    {
        if (loc == "best")
            return null;
        var found = Array.Find(Places, place => place.Name == loc);
        return found.Name is not null
            ? (found.Across, found.Along)
            : throw new ValueError($"'{loc}' is not a valid value for loc; supported values are 'best', {string.Join(", ", Places.Select(place => $"'{place.Name}'"))}");
    }
}
