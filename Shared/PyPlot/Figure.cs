using KerasSharp.Python;
using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>A figure: a sheet of so many inches with axes on it (<see href="https://matplotlib.org/stable/api/figure_api.html"/>).</summary>
public sealed class Figure
{
    /// <summary>matplotlib's <c>rcParams["font.size"]</c>, in points.</summary>
    internal const float FontSize = 10;

    private readonly List<Axes> axes = [];

    internal Figure(int number, (double Width, double Height)? figsize, double? dpi)
    {
        Size = figsize ?? (6.4, 4.8);
        if (!(Size.Width > 0 && Size.Height > 0 && double.IsFinite(Size.Width + Size.Height)))
            throw new ValueError($"figure size must be positive finite not ({Size.Width}, {Size.Height})");
        if (dpi is { } given && !(given > 0 && double.IsFinite(given)))
            throw new ValueError($"dpi must be positive, got {given}");
        this.number = number;
        this.dpi = dpi ?? 100;
    }

    /// <summary>The figure's number, which <c>plt.figure(num)</c> and <c>plt.close(num)</c> know it by.</summary>
    public int number { get; }

    /// <summary>Pixels per inch.</summary>
    public double dpi { get; }

    /// <summary>Width and height in inches.</summary>
    internal (double Width, double Height) Size { get; }

    internal IReadOnlyList<Axes> Axes => axes;

    internal Axes? Current { get; set; }

    internal Caption? Suptitle { get; private set; }

    internal double SuptitleX { get; private set; }

    internal double SuptitleY { get; private set; }

    internal TightPads? Tight { get; private set; }

    /// <summary><see cref="pyplot.footnote"/> as it was when the figure was made.</summary>
    internal string? Footnote { get; init; }

    /// <summary>Adds axes in a cell of a grid, or makes the axes there the current ones.</summary>
    /// <param name="nrows">Rows of the grid.</param>
    /// <param name="ncols">Its columns.</param>
    /// <param name="index">The cell, counted from 1, row by row.</param>
    /// <exception cref="ValueError">There is no such cell.</exception>
    public Axes add_subplot(int nrows = 1, int ncols = 1, int index = 1)
    {
        if (nrows < 1 || ncols < 1)
            throw new ValueError($"Number of {(nrows < 1 ? "rows" : "columns")} must be a positive integer, not {(nrows < 1 ? nrows : ncols)}");
        if (index < 1 || index > nrows * ncols)
            throw new ValueError($"num must be an integer with 1 <= num <= {nrows * ncols}, not {index}");
        var spec = new SubplotSpec(nrows, ncols, (index - 1) / ncols, (index - 1) % ncols);
        return Current = axes.FirstOrDefault(existing => existing.Spec == spec) ?? Add(new(this) { Spec = spec });
    }

    /// <summary>Sets the title of the whole figure.</summary>
    /// <param name="t">The text.</param>
    /// <param name="x">Its middle, from 0 (left) to 1.</param>
    /// <param name="y">Its upper side, from 0 (below) to 1.</param>
    /// <param name="fontsize">Points or a word; 12 by default.</param>
    /// <param name="fontweight"><c>"bold"</c>, or a number.</param>
    /// <param name="color">Its colour.</param>
    public void suptitle(PythonString t, double x = 0.5, double y = 0.98, FontSize fontsize = default, FontWeight fontweight = default, ColorLike color = default)
        => (Suptitle, SuptitleX, SuptitleY) = (Caption.Of(t, 12, fontsize, fontweight, color), x, y);

    /// <summary>Gives every text its room: margins and gaps follow from what stands beside the axes, measured when the figure is drawn.</summary>
    /// <param name="pad">Distance from the figure's edge, in units of the font size.</param>
    /// <param name="h_pad">Distance between rows; <paramref name="pad"/> by default.</param>
    /// <param name="w_pad">Distance between columns; <paramref name="pad"/> by default.</param>
    public void tight_layout(double pad = 1.08, double? h_pad = null, double? w_pad = null) => Tight = new(pad, h_pad ?? pad, w_pad ?? pad);

    /// <summary>Adds a colour bar beside axes, which give a fifth of their place to it.</summary>
    /// <param name="mappable">The image or the points whose colours it explains.</param>
    /// <param name="ax">The axes beside which it stands; the current ones by default.</param>
    /// <returns>The colour bar's axes: <c>set_ylabel</c> names it.</returns>
    public Axes colorbar(ScalarMappable mappable, Axes? ax = null)
    {
        ArgumentNullException.ThrowIfNull(mappable);
        var owner = ax ?? Current ?? add_subplot();
        mappable.WidenForColorbar();
        var bar = new Axes(this) { IsColorbar = true };
        bar.FillWith(mappable);
        axes.Add(bar);
        owner.Colorbars.Add(bar);
        return bar;
    }

    /// <summary>Writes the figure into a file, whole or not at all.</summary>
    /// <param name="fname">The file; its ending tells the format: <c>.png</c> (also without ending), <c>.jpg</c>, <c>.jpeg</c>.</param>
    /// <param name="dpi">Pixels per inch; the figure's own by default.</param>
    /// <exception cref="ValueError">The format is not supported, or the picture would be too large.</exception>
    /// <exception cref="OSError">The file cannot be written.</exception>
    public void savefig(string fname, double? dpi = null) => FigureFile.Save(this, fname, dpi ?? this.dpi);

    internal Axes Add(Axes added)
    {
        axes.Add(added);
        return Current = added;
    }

    internal (int Width, int Height) Pixels(double resolution) => ((int)Math.Round(Size.Width * resolution), (int)Math.Round(Size.Height * resolution));

    internal void Draw(SKCanvas canvas, double resolution, FontSet fonts)
    {
        var (width, height) = Pixels(resolution);
        canvas.Clear(SKColors.White);
        var layout = new FigureLayout(this, new(width, height), (float)(resolution / 72), fonts);
        foreach (var axesLayout in layout.Axes)
            AxesPainter.Draw(canvas, axesLayout);
        layout.Suptitle?.Draw(canvas);
        if (Footnote is { Length: > 0 } note)
            DrawFootnote(canvas, note, width, height, (float)(resolution / 72), fonts);
    }

    // In the margin below the axes' labels, which tight_layout leaves as well.
    private static void DrawFootnote(SKCanvas canvas, string note, int width, int height, float scale, FontSet fonts) =>
        new TextBlock(note, new(7.5, Bold: true, NamedColors.Parse("red")), scale, fonts)
            .Draw(canvas, width / 2f, height - scale, HorizontalAlign.Center, VerticalAlign.Bottom);
}
