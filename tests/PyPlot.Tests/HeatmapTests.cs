using System.Text.Json;
using KerasSharp.matplotlib;
using KerasSharp.TestSupport;
using static KerasSharp.builtins;
using sns = KerasSharp.seaborn;

namespace KerasSharp.Tests;

public class HeatmapTests
{
    private static readonly string[] Known = ["fmt", "vmin", "vmax", "cmap", "annot", "cbar", "linewidths", "square"];

    private static readonly GoldenCases Golden = new(
        "numpy.json", "heatmap.cases", waitsFor: (_, c) => c.GetProperty("args").EnumerateObject().FirstOrDefault(arg => !Known.Contains(arg.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } arg
            ? $"heatmap has no parameter {arg.Name} yet" : null);

    public static TheoryData<string> Cases => new(Golden.Names);

    [Theory, MemberData(nameof(Cases))]
    public void Limits_colours_texts_and_colour_bar_are_seaborns(string name) => Golden.Run(name, expected =>
    {
        var args = expected.GetProperty("args");
        double? Number(string arg) => args.TryGetProperty(arg, out var value) ? value.GetDouble() : null;
        string? Text(string arg) => args.TryGetProperty(arg, out var value) ? value.GetString() : null;
        bool Truth(string arg, bool otherwise) => args.TryGetProperty(arg, out var value) ? value.GetBoolean() : otherwise;
        var (figure, axes) = Pictures.Single(6.4, 4.8, 100);
        using var matrix = new GoldenArray(expected.GetProperty("matrix")).ToNDArray();
        sns.heatmap(
            matrix, Number("vmin"), Number("vmax"), Text("cmap") ?? "Blues", annot: Truth("annot", true), fmt: Text("fmt") ?? ".2g", linewidths: Number("linewidths") ?? 0,
            cbar: Truth("cbar", true), square: Truth("square", false), ax: axes);

        var mesh = Assert.IsType<QuadMesh>(Assert.Single(axes.Artists));
        Assert.Equal(expected.GetProperty("limits").EnumerateArray().Select(v => v.GetDouble()), [mesh.Low, mesh.High], (a, b) => Math.Abs(a - b) < 1e-12);
        var cells = expected.GetProperty("cells").EnumerateArray().ToArray();
        Assert.Equal(cells.Select(cell => cell.GetProperty("text").GetString()), axes.Texts.Select(text => text.Text));
        Assert.Equal(cells.Select(cell => NamedColors.Parse(cell.GetProperty("colour").GetString()!)), axes.Texts.Select(text => text.Style.Color!.Value));
        var faces = expected.GetProperty("faces").EnumerateArray().Select(face => face.EnumerateArray().Select(v => v.GetByte()).ToArray()).ToArray();
        Assert.Equal(faces, faces.Select((_, cell) => mesh.Face(cell).ToSkia()).Select(face => new[] { face.Red, face.Green, face.Blue }));

        var bar = Pictures.Layout(figure).Axes.Single(layout => layout.Axes.IsColorbar);
        // The file also has the labels of ticks just beyond the limits, which are not drawn.
        var labels = expected.GetProperty("colorbar_labels").EnumerateArray().Select(label => label.GetString()!)
            .Where(label => double.Parse(label.Replace('−', '-')) is var value && value >= mesh.Low && value <= mesh.High);
        Assert.Equal(labels, bar.Axes.Y.VisibleTicks(bar.Frame.Height / bar.Scale).Texts);
    });

    [Fact]
    public void Cells_stand_where_they_must_and_have_their_colours()
    {
        var (figure, axes) = Pictures.Single();
        sns.heatmap(new double[,] { { 0, 1, 2 }, { 3, 4, 5 } }, cmap: "viridis", ax: axes, cbar: false);
        using var bitmap = Pictures.Draw(figure);
        var layout = Pictures.Layout(figure).Axes[0];
        for (var cell = 0; cell < 6; cell++)
        {
            var pixel = bitmap.GetPixel((int)layout.PixelX(cell % 3 + 0.5), (int)layout.PixelY(cell / 3 + 0.5));
            Assert.Equal(Colormaps.Get("viridis")[cell / 5.0].ToSkia(), pixel);
        }
        Assert.True(layout.PixelY(0.5) < layout.PixelY(1.5), "row 0 is at the top");
    }

    [Fact]
    public void Labels_stand_in_the_middle_of_cells()
    {
        var (_, axes) = Pictures.Single();
        sns.heatmap(new double[,] { { 0, 1, 2 }, { 3, 4, 5 } }, xticklabels: range(3), yticklabels: new[] { "甲", "乙" }, ax: axes);
        var (across, down) = (axes.X.VisibleTicks(100), axes.Y.VisibleTicks(100));
        Assert.Equal([0.5, 1.5, 2.5], across.Places);
        Assert.Equal(["0", "1", "2"], across.Texts);
        Assert.Equal([0.5, 1.5], down.Places);
        Assert.Equal(["甲", "乙"], down.Texts);
    }

    [Fact]
    public void Automatic_labels_thin_out_where_there_is_no_room()
    {
        var (_, axes) = Pictures.Single(2, 2);
        sns.heatmap(new double[40, 40], ax: axes);
        // 1.55 inches hold 11 letters of 10 points: every fourth of 40 names.
        Assert.Equal(["0", "4", "8", "12", "16", "20", "24", "28", "32", "36"], axes.X.VisibleTicks(100).Texts);
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        var axes = Pictures.Single().Axes;
        Assert.Equal("Must pass 2-d input. shape=(3,)", Assert.Throws<ValueError>(() => sns.heatmap(new[] { 1.0, 2, 3 }, ax: axes)).Message);
        Assert.Equal("Unknown format code 'd' for object of type 'float'", Assert.Throws<ValueError>(() => sns.heatmap(new double[1, 1], annot: true, fmt: "d", ax: axes)).Message);
    }
}
