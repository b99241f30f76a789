namespace KerasSharp.matplotlib;

/// <summary>
/// matplotlib's <c>pyplot</c>: <c>using plt = KerasSharp.matplotlib.pyplot;</c> (<see href="https://matplotlib.org/stable/api/pyplot_summary.html"/>).
/// <c>show()</c> writes the figures as numbered pictures into <see cref="output_folder"/> and says where on standard error.
/// </summary>
public static partial class pyplot
{
    private static readonly Lock Gate = new();
    private static readonly List<Figure> Figures = [];
    private static Figure? current;
    private static string folder = "figures";
    private static int shown;

    /// <summary>The folder that <see cref="show"/> writes into; it is made when needed. Setting it starts the numbering anew.</summary>
    public static string output_folder
    {
        get => folder;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            (folder, shown) = (value, 0);
        }
    }

    /// <summary>Whether <see cref="show"/> also opens the pictures with the desktop's viewer, where there is a desktop. Off by default, and never on a CI machine.</summary>
    public static bool open_viewer { get; set; }

    /// <summary>
    /// A line in red at the lower edge of every figure made from now on; none by default. matplotlib has no such thing: a program whose figures do not show what they
    /// seem to (drawn digits in place of MNIST) says so with it.
    /// </summary>
    public static string? footnote { get; set; }

    /// <summary>Where <see cref="show"/> says which files it wrote.</summary>
    internal static TextWriter Messages { get; set; } = Console.Error;

    /// <summary>Makes a new figure the current one, or takes up an open one by its number.</summary>
    /// <param name="num">The number; by default the next one.</param>
    /// <param name="figsize">Width and height in inches; (6.4, 4.8) by default.</param>
    /// <param name="dpi">Pixels per inch; 100 by default.</param>
    /// <exception cref="ValueError">A size or dpi that is not positive.</exception>
    public static Figure figure(int? num = null, (double, double)? figsize = null, double? dpi = null)
    {
        lock (Gate)
        {
            if (Figures.Find(open => open.number == num) is { } existing)
                return current = existing;
            var made = new Figure(num ?? Figures.Select(open => open.number).DefaultIfEmpty(0).Max() + 1, figsize, dpi) { Footnote = footnote };
            Figures.Add(made);
            return current = made;
        }
    }

    /// <summary>A new figure with one axes.</summary>
    /// <param name="figsize">Width and height in inches.</param>
    /// <param name="dpi">Pixels per inch.</param>
    /// <remarks>As in Python, where <c>squeeze</c> makes one axes of an array that has but one: hence this form beside the other.</remarks>
    public static (Figure fig, Axes ax) subplots((double, double)? figsize = null, double? dpi = null)
    {
        var made = figure(figsize: figsize, dpi: dpi);
        return (made, made.add_subplot());
    }

    /// <summary>A new figure with rows and columns of axes.</summary>
    /// <param name="nrows">Rows.</param>
    /// <param name="ncols">Columns.</param>
    /// <param name="figsize">Width and height in inches.</param>
    /// <param name="dpi">Pixels per inch.</param>
    /// <returns>The figure, and its axes: <c>axes[row, column]</c>, <c>axes[i]</c> where there is one row or one column, <c>axes.flat</c>.</returns>
    /// <exception cref="ValueError">Rows or columns are not positive.</exception>
    public static (Figure fig, AxesArray axes) subplots(int nrows, int ncols = 1, (double, double)? figsize = null, double? dpi = null)
    {
        var made = figure(figsize: figsize, dpi: dpi);
        made.add_subplot(nrows, ncols);
        return (made, new([.. Enumerable.Range(1, nrows * ncols).Select(index => made.add_subplot(nrows, ncols, index))], nrows, ncols));
    }

    /// <summary>Adds axes in a cell of a grid of the current figure, or makes the axes there the current ones.</summary>
    /// <param name="nrows">Rows of the grid.</param>
    /// <param name="ncols">Its columns.</param>
    /// <param name="index">The cell, counted from 1, row by row.</param>
    public static Axes subplot(int nrows = 1, int ncols = 1, int index = 1) => gcf().add_subplot(nrows, ncols, index);

    /// <summary>The current figure; a new one where there is none.</summary>
    public static Figure gcf() => current ?? figure();

    /// <summary>The current axes; new ones where there are none.</summary>
    public static Axes gca() => gcf() is { Current: { } axes } ? axes : gcf().add_subplot();

    /// <summary>Makes axes, and their figure, the current ones.</summary>
    /// <param name="ax">The axes.</param>
    public static void sca(Axes ax)
    {
        ArgumentNullException.ThrowIfNull(ax);
        (current, ax.figure.Current) = (ax.figure, ax);
    }

    /// <summary>
    /// Writes all open figures into <see cref="output_folder"/> as <c>figure_01.png</c>, <c>figure_02.png</c>, …, says on standard error where they are, and closes them.
    /// </summary>
    /// <exception cref="OSError">The folder or a file cannot be written.</exception>
    public static void show()
    {
        lock (Gate)
        {
            foreach (var open in Figures.ToArray())
            {
                var path = Path.Combine(MakeFolder(), $"figure_{shown + 1:00}.png");
                open.savefig(path);
                shown++;
                Close(open);
                Messages.WriteLine($"figure: {path}");
                if (open_viewer && Viewer.IsThere)
                    Viewer.Open(path, Messages);
            }
        }
    }

    /// <summary>Writes the current figure into a file (<see cref="Figure.savefig"/>).</summary>
    /// <param name="fname">The file; its ending tells the format.</param>
    /// <param name="dpi">Pixels per inch; the figure's own by default.</param>
    public static void savefig(string fname, double? dpi = null) => gcf().savefig(fname, dpi);

    /// <summary>Closes a figure: <see cref="show"/> does not write it.</summary>
    /// <param name="fig">Which; the current one by default.</param>
    public static void close(Figure? fig = null)
    {
        lock (Gate)
        {
            if ((fig ?? current) is { } closed)
                Close(closed);
        }
    }

    /// <summary>Closes all figures.</summary>
    /// <param name="fig"><c>"all"</c>.</param>
    /// <exception cref="ValueError">Another word.</exception>
    public static void close(string fig)
    {
        if (fig != "all")
            throw new ValueError($"'{fig}' names no figure; close takes a figure or 'all'");
        lock (Gate)
        {
            Figures.Clear();
            current = null;
        }
    }

    private static void Close(Figure closed)
    {
        Figures.Remove(closed);
        current = current == closed ? Figures.LastOrDefault() : current;
    }

    private static string MakeFolder()
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OSError($"The folder of figures '{Path.GetFullPath(folder)}' cannot be made: {error.Message}", error);
        }
    }
}
