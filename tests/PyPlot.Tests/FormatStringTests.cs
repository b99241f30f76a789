using KerasSharp.matplotlib;

namespace KerasSharp.Tests;

public class FormatStringTests
{
    [Theory]
    [InlineData("b-", "Solid", null, "b")]
    [InlineData("r-", "Solid", null, "r")]
    [InlineData("ro--", "Dashed", 'o', "r")]
    [InlineData("--ro", "Dashed", 'o', "r")]
    [InlineData("k.", null, '.', "k")]
    [InlineData("g-.", "DashDot", null, "g")]
    [InlineData(":", "Dotted", null, null)]
    [InlineData("C1x:", "Dotted", 'x', "C1")]
    [InlineData("1", null, '1', null)]
    [InlineData("green", "Solid", null, "green")]
    [InlineData("#ff0000", "Solid", null, "r")]
    [InlineData("", "Solid", null, null)]
    [InlineData("s", null, 's', null)]
    public void Colour_marker_and_line_are_read_in_any_order(string fmt, string? line, char? marker, string? color)
    {
        var format = FormatString.Parse(fmt);
        Assert.Equal(line, format.Line?.ToString());
        Assert.Equal(marker, format.Marker);
        Assert.Equal(color is null ? null : NamedColors.Parse(color), format.Color);
    }

    [Theory]
    [InlineData("bq", "'bq' is not a valid format string (unrecognized character 'q')")]
    [InlineData("b--:", "'b--:' is not a valid format string (two linestyle symbols)")]
    [InlineData("rb", "'rb' is not a valid format string (two color symbols)")]
    [InlineData("ox", "'ox' is not a valid format string (two marker symbols)")]
    public void What_has_no_meaning_is_named(string fmt, string message)
        => Assert.Equal(message, Assert.Throws<ValueError>(() => Pictures.Single().Axes.plot([1.0, 2.0], fmt)).Message);

    [Fact]
    public void Unknown_line_styles_and_markers_list_the_known_ones()
    {
        var axes = Pictures.Single().Axes;
        Assert.StartsWith("'~' is not a valid value for ls; supported values are '-', '--'", Assert.Throws<ValueError>(() => axes.plot([1.0], linestyle: "~")).Message);
        Assert.StartsWith("Unrecognized marker style 'q'", Assert.Throws<ValueError>(() => axes.plot([1.0], marker: "q")).Message);
    }

    [Fact]
    public void Every_marker_is_drawn()
    {
        foreach (var marker in ".,ov^<>12348spP*hH+xXDd|_")
        {
            using var outline = Markers.Outline(marker);
            Assert.True(Math.Max(outline.Bounds.Width, outline.Bounds.Height) is > 0 and < 1.5f, $"marker '{marker}'");
        }
    }
}
