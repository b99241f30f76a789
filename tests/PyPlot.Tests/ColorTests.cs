using System.Text.Json;
using KerasSharp.matplotlib;
using KerasSharp.TestSupport;

namespace KerasSharp.Tests;

public class ColorTests
{
    private static readonly GoldenCases Maps = new("numpy.json", "colours.maps", waitsFor: (name, _) => Colormaps.Names.Contains(name) ? null : "no such colour map yet");

    public static TheoryData<string> MapNames => new(Maps.Names);

    private static JsonElement Colours => GoldenFile.Load("numpy.json").GetProperty("colours");

    [Theory, MemberData(nameof(MapNames))]
    public void A_colour_map_has_matplotlibs_colours(string name) => Maps.Run(name, expected =>
    {
        var map = Colormaps.Get(name);
        var rgb = expected.GetProperty("rgb").EnumerateArray().Select(Bytes).ToArray();
        for (var i = 0; i < rgb.Length; i++)
            Assert.Equal(rgb[i], Unpack(map.Pixel((i + 0.5) / rgb.Length)));
        var exact = expected.GetProperty("float_first_middle_last").EnumerateArray().Select(colour => colour.EnumerateArray().Select(v => v.GetDouble()).ToArray()).ToArray();
        foreach (var (value, colour) in new[] { 0, 0.5, 1 }.Zip(exact))
            Assert.Equal(colour, [map[value].R, map[value].G, map[value].B], (a, b) => Math.Abs(a - b) < 1e-12);
    });

    [Fact]
    public void Values_between_and_beyond_are_looked_up_as_in_matplotlib()
    {
        var map = Colormaps.Get("Blues");
        foreach (var sample in Colours.GetProperty("samples_of_Blues").EnumerateArray())
            Assert.Equal(Bytes(sample.GetProperty("rgb")), Unpack(map.Pixel(sample.GetProperty("value").GetDouble())));
    }

    [Fact]
    public void Names_mean_matplotlibs_colours()
    {
        foreach (var named in Colours.GetProperty("named").EnumerateObject())
            Assert.Equal(Bytes(named.Value), Drawn(NamedColors.Parse(named.Name)));
        foreach (var (colour, i) in Colours.GetProperty("tab10").EnumerateArray().Select((colour, i) => (Bytes(colour), i)))
            Assert.Equal(colour, Drawn(NamedColors.Parse($"C{i}")));
    }

    [Theory]
    [InlineData("#1f77b4", 31, 119, 180)]
    [InlineData("#fff", 255, 255, 255)]
    [InlineData("tab:orange", 255, 127, 14)]
    [InlineData("steelblue", 70, 130, 180)]
    [InlineData("Grey", 128, 128, 128)]
    [InlineData("c", 0, 191, 191)]
    [InlineData("0.5", 128, 128, 128)]
    [InlineData("C10", 31, 119, 180)]
    public void Other_forms_of_colours(string name, int red, int green, int blue) => Assert.Equal([(byte)red, (byte)green, (byte)blue], Drawn(NamedColors.Parse(name)));

    [Theory]
    [InlineData("gren")]
    [InlineData("2.0")]
    [InlineData("#12345")]
    [InlineData("ActiveBorder")]
    [InlineData("")]
    public void An_unknown_colour_is_named(string name)
        => Assert.StartsWith($"Invalid RGBA argument: '{name}'", Assert.Throws<ValueError>(() => Pictures.Single().Axes.set_title("x", color: name)).Message);

    [Fact]
    public void An_unknown_colour_map_lists_the_known_ones()
    {
        var message = Assert.Throws<ValueError>(() => Colormaps.Get("virids")).Message;
        Assert.StartsWith("'virids' is not a valid value for cmap; supported values are ", message);
        Assert.All(Colormaps.Names, name => Assert.Contains($"'{name}'", message));
        Assert.All(Colormaps.Names, name => Assert.Equal(Colormaps.Get(name)[0], Colormaps.Get(name + "_r")[1]));
    }

    private static byte[] Bytes(JsonElement rgb) => [.. rgb.EnumerateArray().Select(v => v.GetByte())];

    private static byte[] Unpack(uint pixel) => [(byte)pixel, (byte)(pixel >> 8), (byte)(pixel >> 16)];

    private static byte[] Drawn(Rgba color) => [color.ToSkia().Red, color.ToSkia().Green, color.ToSkia().Blue];
}
