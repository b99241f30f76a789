using System.Runtime.CompilerServices;
using KerasSharp.Python;
using NumSharp;

namespace KerasSharp.matplotlib;

// The functions of pyplot that are methods of the current axes or of the current figure: each has the method's parameters.
public static partial class pyplot
{
    /// <inheritdoc cref="Axes.plot(ArrayLike, string, PythonString, ColorLike, double?, string?, string?, double?, double?)"/>
    public static Line2D[] plot(
        ArrayLike y, string fmt = "", PythonString label = default, ColorLike color = default, double? linewidth = null, string? linestyle = null, string? marker = null,
        double? markersize = null, double? alpha = null)
        => gca().plot(y, fmt, label, color, linewidth, linestyle, marker, markersize, alpha);

    /// <inheritdoc cref="Axes.plot(IEnumerable{double}, string, PythonString, ColorLike, double?, string?, string?, double?, double?)"/>
    [OverloadResolutionPriority(1)]
    public static Line2D[] plot(
        IEnumerable<double> y, string fmt = "", PythonString label = default, ColorLike color = default, double? linewidth = null, string? linestyle = null,
        string? marker = null, double? markersize = null, double? alpha = null)
        => gca().plot(y, fmt, label, color, linewidth, linestyle, marker, markersize, alpha);

    /// <inheritdoc cref="Axes.plot(ArrayLike, ArrayLike, string, PythonString, ColorLike, double?, string?, string?, double?, double?)"/>
    public static Line2D[] plot(
        ArrayLike x, ArrayLike y, string fmt = "", PythonString label = default, ColorLike color = default, double? linewidth = null, string? linestyle = null,
        string? marker = null, double? markersize = null, double? alpha = null)
        => gca().plot(x, y, fmt, label, color, linewidth, linestyle, marker, markersize, alpha);

    /// <inheritdoc cref="Axes.scatter"/>
    public static PathCollection scatter(
        ArrayLike x, ArrayLike y, ArrayLike s = default, ColorOrValues c = default, string? marker = null, string? cmap = null, double? vmin = null, double? vmax = null,
        double? alpha = null, PythonString label = default)
        => gca().scatter(x, y, s, c, marker, cmap, vmin, vmax, alpha, label);

    /// <inheritdoc cref="Axes.bar"/>
    public static BarContainer bar(
        ArrayLike x, ArrayLike height, double width = 0.8, ArrayLike bottom = default, string align = "center", ColorLike color = default, ColorLike edgecolor = default,
        double? alpha = null, PythonString label = default)
        => gca().bar(x, height, width, bottom, align, color, edgecolor, alpha, label);

    /// <inheritdoc cref="Axes.hist"/>
    public static (double[] n, double[] bins, BarContainer patches) hist(
        ArrayLike x, int bins = 10, (double, double)? range = null, bool density = false, ColorLike color = default, ColorLike edgecolor = default, double? alpha = null,
        PythonString label = default)
        => gca().hist(x, bins, range, density, color, edgecolor, alpha, label);

    /// <inheritdoc cref="Axes.imshow"/>
    public static AxesImage imshow(
        NDArray X, string? cmap = null, string? aspect = null, string? interpolation = null, double? alpha = null, double? vmin = null, double? vmax = null, string? origin = null)
        => gca().imshow(X, cmap, aspect, interpolation, alpha, vmin, vmax, origin);

    /// <inheritdoc cref="Axes.text"/>
    public static void text(
        double x, double y, PythonString s, FontSize fontsize = default, FontWeight fontweight = default, ColorLike color = default, string ha = "left", string va = "baseline",
        double rotation = 0)
        => gca().text(x, y, s, fontsize, fontweight, color, ha, va, rotation);

    /// <inheritdoc cref="Axes.set_title"/>
    public static void title(
        PythonString label, string? loc = null, double? pad = null, FontSize fontsize = default, FontWeight fontweight = default, ColorLike color = default)
        => gca().set_title(label, loc, pad, fontsize, fontweight, color);

    /// <inheritdoc cref="Axes.set_xlabel"/>
    public static void xlabel(PythonString xlabel, double? labelpad = null, FontSize fontsize = default, FontWeight fontweight = default, ColorLike color = default)
        => gca().set_xlabel(xlabel, labelpad, fontsize, fontweight, color);

    /// <inheritdoc cref="Axes.set_ylabel"/>
    public static void ylabel(
        PythonString ylabel, double? labelpad = null, FontSize fontsize = default, FontWeight fontweight = default, ColorLike color = default, double rotation = 90)
        => gca().set_ylabel(ylabel, labelpad, fontsize, fontweight, color, rotation);

    /// <inheritdoc cref="Axes.legend"/>
    public static void legend(string? loc = null, FontSize fontsize = default) => gca().legend(loc, fontsize);

    /// <inheritdoc cref="Axes.grid"/>
    public static void grid(
        bool visible = true, string axis = "both", ColorLike color = default, double? alpha = null, string? linestyle = null, double? linewidth = null)
        => gca().grid(visible, axis, color, alpha, linestyle, linewidth);

    /// <inheritdoc cref="Axes.axis"/>
    public static void axis(string arg) => gca().axis(arg);

    /// <inheritdoc cref="Axes.set_xlim"/>
    public static void xlim(double? left = null, double? right = null) => gca().set_xlim(left, right);

    /// <inheritdoc cref="Axes.set_ylim"/>
    public static void ylim(double? bottom = null, double? top = null) => gca().set_ylim(bottom, top);

    /// <inheritdoc cref="Axes.set_xticks"/>
    public static void xticks(ArrayLike ticks, string[]? labels = null, double? rotation = null, FontSize fontsize = default) => gca().set_xticks(ticks, labels, rotation, fontsize);

    /// <inheritdoc cref="Axes.set_yticks"/>
    public static void yticks(ArrayLike ticks, string[]? labels = null, double? rotation = null, FontSize fontsize = default) => gca().set_yticks(ticks, labels, rotation, fontsize);

    /// <inheritdoc cref="Axes.twinx"/>
    public static Axes twinx() => gca().twinx();

    /// <summary>Adds a colour bar for what was drawn last in colours of values.</summary>
    /// <param name="mappable">The image or the points; by default the last drawn in the current axes.</param>
    /// <param name="ax">The axes beside which it stands; the current ones by default.</param>
    /// <exception cref="RuntimeError">Nothing was drawn yet that a colour bar could explain.</exception>
    public static Axes colorbar(ScalarMappable? mappable = null, Axes? ax = null)
        => gcf().colorbar(
            mappable ?? (ax ?? gca()).Mappable ?? throw new RuntimeError(
                "No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf)."),
            ax ?? gca());

    /// <inheritdoc cref="Figure.suptitle"/>
    public static void suptitle(PythonString t, double x = 0.5, double y = 0.98, FontSize fontsize = default, FontWeight fontweight = default, ColorLike color = default)
        => gcf().suptitle(t, x, y, fontsize, fontweight, color);

    /// <inheritdoc cref="Figure.tight_layout"/>
    public static void tight_layout(double pad = 1.08, double? h_pad = null, double? w_pad = null) => gcf().tight_layout(pad, h_pad, w_pad);
}
