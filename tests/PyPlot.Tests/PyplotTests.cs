using KerasSharp.matplotlib;
using SkiaSharp;
using static KerasSharp.builtins;
using plt = KerasSharp.matplotlib.pyplot;
using sns = KerasSharp.seaborn;

namespace KerasSharp.Tests;

/// <summary><c>pyplot</c>'s own state: the current figure, <c>show()</c>, files. One class, so that these tests run one after the other.</summary>
public sealed class PyplotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kerassharp-pyplot-").FullName;
    private readonly StringWriter said = new();

    public PyplotTests()
    {
        plt.close("all");
        plt.output_folder = Path.Combine(folder, "figures");
        plt.Messages = said;
    }

    public void Dispose()
    {
        plt.close("all");
        plt.Messages = Console.Error;
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Show_writes_numbered_pictures_and_says_where()
    {
        plt.figure(figsize: (2, 1));
        plt.plot([1.0, 2]);
        plt.show();
        plt.figure(figsize: (3, 1), dpi: 50);
        plt.figure(figsize: (1, 1));
        plt.show();
        plt.show();
        var paths = new[] { 1, 2, 3 }.Select(i => Path.Combine(plt.output_folder, $"figure_{i:00}.png")).ToArray();
        Assert.Equal(paths, Directory.GetFiles(plt.output_folder).Order());
        Assert.Equal([(200, 100), (150, 50), (100, 100)], paths.Select(Size));
        Assert.Equal(string.Concat(paths.Select(path => $"figure: {path}{Environment.NewLine}")), said.ToString());
    }

    [Fact]
    public void A_footnote_stands_in_red_at_the_lower_edge_of_figures_made_under_it()
    {
        plt.footnote = "not what it seems";
        var marked = plt.figure(figsize: (4, 2), dpi: 100);
        plt.footnote = null;
        var plain = plt.figure(figsize: (4, 2), dpi: 100);
        using var picture = Pictures.Draw(marked);
        using var empty = Pictures.Draw(plain);
        var ink = Pictures.Ink(picture);
        Assert.True(ink.Left > 100 && ink.Right < 300 && ink.Top > 180 && ink.Bottom <= 200, $"{ink}");
        Assert.Contains(new SKColor(255, 0, 0), picture.Pixels);
        Assert.True(Pictures.Ink(empty).IsEmpty);
    }

    [Fact]
    public void Subplots_come_as_a_figure_and_an_array_of_axes()
    {
        var (fig, axes) = plt.subplots(2, 3, figsize: (6, 4));
        Assert.Equal(6, axes.Count);
        Assert.Equal("(2, 3)", axes.shape.ToString());
        Assert.Same(axes.flat[5], axes[1, 2]);
        Assert.Same(axes[0, 2], axes[-2, -1]);
        Assert.All(enumerate(axes.flat), pair => Assert.Same(axes[pair.Index / 3, pair.Index % 3], pair.Item));
        Assert.Same(fig, plt.gcf());
        Assert.Same(axes[1, 2], plt.gca());
        var (_, row) = plt.subplots(1, 2);
        Assert.Same(row.flat[1], row[1]);
        var (single, ax) = plt.subplots(figsize: (1, 1));
        Assert.Same(single, ax.figure);
        Assert.Equal("index 2 is out of bounds for axis 0 with size 2", Assert.Throws<IndexError>(() => axes[2, 0]).Message);
        Assert.Equal("too many indices for array: array is 1-dimensional, but 2 were indexed", Assert.Throws<IndexError>(() => row[0, 0]).Message);
        Assert.Contains("(2, 3)", Assert.Throws<IndexError>(() => axes[0]).Message);
        Assert.Throws<ValueError>(() => plt.subplots(0, 2));
    }

    [Fact]
    public void Functions_work_on_the_current_axes()
    {
        plt.figure(figsize: (4, 3));
        sns.heatmap(new double[,] { { 1, 2 }, { 3, 4 } });
        plt.title($"準確率 {0.98765:.2f}", fontsize: 16, fontweight: "bold");
        plt.xlabel("x");
        plt.ylabel("y");
        plt.suptitle("all");
        var axes = plt.gca();
        Assert.False(axes.IsColorbar);
        Assert.Equal(("準確率 0.99", "x", "y", "all"), (axes.Title!.Text, axes.X.Label!.Text, axes.Y.Label!.Text, plt.gcf().Suptitle!.Text));
        Assert.Equal(new TextStyle(16, true), axes.Title.Style);
    }

    [Fact]
    public void Subplot_takes_up_axes_and_figure_takes_up_figures()
    {
        var first = plt.subplot(2, 1, 1);
        plt.subplot(2, 1, 2);
        Assert.Same(first, plt.subplot(2, 1, 1));
        var figure = plt.gcf();
        plt.figure();
        Assert.Same(figure, plt.figure(figure.number));
        plt.close(figure);
        Assert.NotSame(figure, plt.gcf());
        Assert.Throws<ValueError>(() => plt.subplot(2, 1, 3));
    }

    [Fact]
    public void A_colour_bar_explains_what_was_drawn_last()
    {
        Assert.StartsWith("No mappable was found", Assert.Throws<RuntimeError>(() => plt.colorbar()).Message);
        plt.imshow(new double[,] { { 0, 50 } });
        var bar = plt.colorbar();
        Assert.Equal((0, 50), bar.get_ylim());
        Assert.NotSame(bar, plt.gca());
    }

    [Fact]
    public void Savefig_writes_by_the_ending_and_the_resolution()
    {
        plt.figure(figsize: (2, 1));
        foreach (var name in new[] { "a.png", "b.jpg", "c" })
            plt.savefig(Path.Combine(folder, name), dpi: 30);
        Assert.Equal(["a.png", "b.jpg", "c.png"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.All(Directory.GetFiles(folder), path => Assert.Equal((60, 30), Size(path)));
        Assert.Equal("Format 'xyz' is not supported (supported formats: jpeg, jpg, png)", Assert.Throws<ValueError>(() => plt.savefig("a.xyz")).Message);
        Assert.Contains("2^16", Assert.Throws<ValueError>(() => plt.savefig(Path.Combine(folder, "d.png"), dpi: 1e5)).Message);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named_and_leaves_nothing()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "not a folder");
        plt.output_folder = Path.Combine(file, "figures");
        plt.figure(figsize: (1, 1));
        Assert.Contains(plt.output_folder, Assert.Throws<OSError>(plt.show).Message);
        Assert.Contains("absent", Assert.Throws<OSError>(() => plt.savefig(Path.Combine(folder, "absent", "a.png"))).Message);
        Directory.CreateDirectory(Path.Combine(folder, "taken.png"));
        Assert.Throws<OSError>(() => plt.savefig(Path.Combine(folder, "taken.png")));
        Assert.Equal(["file"], Directory.GetFiles(folder).Select(Path.GetFileName));
        // The figure is still open: with a good folder it is written.
        plt.output_folder = folder;
        plt.show();
        Assert.True(File.Exists(Path.Combine(folder, "figure_01.png")));
    }

    [Theory]
    [InlineData(0, 5, 100, "figure size must be positive finite not (0, 5)")]
    [InlineData(double.NaN, 5, 100, "figure size must be positive finite not (NaN, 5)")]
    [InlineData(1, 1, 0, "dpi must be positive, got 0")]
    public void Wrong_sizes_are_named(double width, double height, double dpi, string message)
        => Assert.Equal(message, Assert.Throws<ValueError>(() => plt.figure(figsize: (width, height), dpi: dpi)).Message);

    [Fact]
    public void The_functions_of_pyplot_have_the_parameters_of_the_methods()
    {
        foreach (var function in typeof(plt).GetMethods().Where(method => method.IsStatic))
        {
            var name = function.Name;
            var methods = new[] { typeof(Axes), typeof(Figure) }.SelectMany(type => type.GetMethods()).Where(method => method.Name == name || method.Name == "set_" + name).ToArray();
            if (methods.Length == 0 || name is "colorbar")
                continue;
            var parameters = function.GetParameters().Select(parameter => (parameter.Name, parameter.ParameterType, parameter.DefaultValue)).ToArray();
            Assert.Contains(methods, method => method.GetParameters().Select(parameter => (parameter.Name, parameter.ParameterType, parameter.DefaultValue)).SequenceEqual(parameters));
        }
    }

    private static (int Width, int Height) Size(string path)
    {
        using var bitmap = SKBitmap.Decode(path);
        return (bitmap.Width, bitmap.Height);
    }
}
