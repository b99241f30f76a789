using KerasSharp.matplotlib;
using NumSharp;
using SkiaSharp;
using static KerasSharp.builtins;

namespace KerasSharp.Tests;

public class PlotTests
{
    [Fact]
    public void A_line_goes_through_its_points()
    {
        var (figure, axes) = Pictures.Single();
        axes.plot([1.0, 3, 2], "r-", linewidth: 3);
        Assert.All(new[] { (0.0, 1.0), (1.0, 3.0), (2.0, 2.0), (0.5, 2.0) }, point => Assert.InRange(At(figure, point.Item1, point.Item2).Green, 0, 60));
        Assert.Equal(SKColors.White, At(figure, 0.5, 2.6));
    }

    [Fact]
    public void A_translucent_line_is_drawn_once()
    {
        var (figure, axes) = Pictures.Single();
        axes.plot([1.0, 1], "k-", linewidth: 8, alpha: 0.5);
        Assert.InRange(At(figure, 0.5, 1).Red, 126, 129);
    }

    [Fact]
    public void Not_a_number_interrupts_a_line()
    {
        var (figure, axes) = Pictures.Single();
        axes.plot([1, 1, double.NaN, 1, 1.0], "k-", linewidth: 3);
        Assert.Equal(SKColors.Black, At(figure, 0.5, 1));
        Assert.Equal(SKColors.White, At(figure, 2, 1));
    }

    [Fact]
    public void A_marker_alone_draws_no_line()
    {
        var (figure, axes) = Pictures.Single();
        axes.plot([1.0, 1], "gs");
        Assert.Equal(new SKColor(0, 128, 0), At(figure, 0, 1));
        Assert.Equal(SKColors.White, At(figure, 0.5, 1));
    }

    [Fact]
    public void All_kinds_of_sequences_are_taken()
    {
        var axes = Pictures.Single().Axes;
        axes.plot(new List<double> { 1, 2 }, "b-");
        axes.plot(new List<float> { 1, 2 });
        axes.plot(Enumerable.Range(0, 2).Select(i => (double)i), label: $"line {1:.1f}");
        axes.plot(range(2), new[] { 1f, 2 });
        axes.plot([0, 1], [1, 2], "r-");
        axes.plot(np.arange(2), np.arange(2));
        Assert.All(axes.Artists, artist => Assert.Equal(2, artist.Points.Count()));
        Assert.Equal("line 1.0", Assert.Single(axes.Artists, artist => artist.Label is not null).Label);
    }

    [Fact]
    public void Colours_come_from_the_cycle()
    {
        var axes = Pictures.Single().Axes;
        var colors = Enumerable.Range(0, 11).Select(_ => axes.plot([1.0])[0].Color).ToArray();
        Assert.Equal([NamedColors.Parse("C0"), NamedColors.Parse("C9"), NamedColors.Parse("C0")], [colors[0], colors[9], colors[10]]);
    }

    [Fact]
    public void Bars_fill_their_rectangles_and_names_stand_under_them()
    {
        var (figure, axes) = Pictures.Single();
        axes.bar(new[] { "貓", "狗" }, new[] { 2.0, -1 }, color: "C1");
        var orange = NamedColors.Parse("C1").ToSkia();
        Assert.Equal([orange, orange, SKColors.White], [At(figure, 0.3, 1.5), At(figure, 1, -0.5), At(figure, 0.5, 1)]);
        Assert.Equal(["貓", "狗"], axes.X.VisibleTicks(100).Texts);
    }

    [Fact]
    public void A_histogram_counts_as_numpy()
    {
        var (counts, edges, _) = Pictures.Single().Axes.hist(new[] { 1.0, 2, 2, 3, 3, 3, 4 }, bins: 3);
        Assert.Equal([1, 2, 4], counts);
        Assert.Equal([1, 2, 3, 4], edges);
        var (density, _, _) = Pictures.Single().Axes.hist(new[] { 0.0, 1, 1, 5 }, bins: 2, range: (0, 4), density: true);
        Assert.Equal([0.5, 0], density);
        Assert.Throws<ValueError>(() => Pictures.Single().Axes.hist(new[] { 1.0 }, bins: 0));
    }

    [Fact]
    public void Points_are_coloured_by_their_values()
    {
        var (figure, axes) = Pictures.Single();
        axes.scatter(new[] { 0.0, 1, 2 }, new[] { 0.0, 1, 2 }, c: new[] { 0.0, 5, 10 }, s: new[] { 300.0 });
        var viridis = Colormaps.Get("viridis");
        Assert.Equal([viridis[0].ToSkia(), viridis[0.5].ToSkia(), viridis[1].ToSkia()], new[] { 0.0, 1, 2 }.Select(v => At(figure, v, v)));
    }

    [Fact]
    public void What_is_added_to_ScottPlots_plot_is_drawn_too()
    {
        var (figure, axes) = Pictures.Single();
        axes.plot([0.0, 1]);
        axes.scottplot.Add.Rectangle(0.6, 0.9, 0.1, 0.4).FillColor = ScottPlot.Colors.Red;
        Assert.Equal(SKColors.Red, At(figure, 0.75, 0.25));
    }

    [Fact]
    public void Grid_lines_stand_at_the_ticks_and_only_where_asked()
    {
        var (figure, axes) = Pictures.Single();
        axes.set_xlim(0, 1);
        axes.set_xticks(new[] { 0.5 });
        Assert.Equal(SKColors.White, At(figure, 0.5, 0.33));
        axes.grid(true, axis: "x", color: "b");
        Assert.Equal(SKColors.Blue, At(figure, 0.5, 0.33));
        axes.grid(false);
        Assert.Equal(SKColors.White, At(figure, 0.5, 0.33));
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        var axes = Pictures.Single().Axes;
        Assert.Equal("x and y must have same first dimension, but have shapes (2,) and (3,)", Assert.Throws<ValueError>(() => axes.plot(new[] { 1, 2 }, new[] { 1, 2, 3 })).Message);
        Assert.Equal("y must not be None", Assert.Throws<ValueError>(() => axes.plot((NDArray?)null)).Message);
        Assert.Contains("one-dimensional", Assert.Throws<ValueError>(() => axes.plot(new double[2, 2])).Message);
        Assert.Throws<TypeError>(() => axes.plot(new object[] { new() }));
        Assert.Throws<ValueError>(() => axes.bar(new[] { 1, 2, 3 }, new[] { 1.0, 2 }));
        Assert.Throws<ValueError>(() => axes.scatter(new[] { 1, 2 }, new[] { 1, 2 }, c: new[] { 1.0 }));
        Assert.Contains("'off'", Assert.Throws<ValueError>(() => axes.axis("none")).Message);
        Assert.Throws<ValueError>(() => axes.grid(true, axis: "z"));
        Assert.Throws<ValueError>(() => axes.set_title("x", loc: "middle"));
    }

    private static SKColor At(Figure figure, double x, double y)
    {
        using var bitmap = Pictures.Draw(figure);
        var layout = Pictures.Layout(figure).Axes[0];
        return bitmap.GetPixel((int)layout.PixelX(x), (int)layout.PixelY(y));
    }
}
