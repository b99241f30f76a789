using KerasSharp.matplotlib;
using KerasSharp.Python;
using NumSharp;
using SkiaSharp;

namespace KerasSharp;

public static partial class seaborn
{
    /// <summary>Draws a matrix as coloured cells, row 0 at the top.</summary>
    /// <param name="data">The matrix, of shape (rows, columns).</param>
    /// <param name="vmin">The value of the first colour; by default the least.</param>
    /// <param name="vmax">The value of the last colour; by default the greatest.</param>
    /// <param name="cmap">The colour map; <c>"rocket"</c> by default.</param>
    /// <param name="annot">Whether each cell shows its value, in dark on light and in white on dark colours.</param>
    /// <param name="fmt">Python's format of these values.</param>
    /// <param name="linewidths">Width of the lines between cells in points.</param>
    /// <param name="linecolor">Their colour.</param>
    /// <param name="cbar">Whether a colour bar stands beside it.</param>
    /// <param name="square">Whether cells are squares.</param>
    /// <param name="xticklabels">Names of the columns; <c>"auto"</c> numbers them, as many as there is room for; <c>false</c> for none; n for every n-th number.</param>
    /// <param name="yticklabels">Names of the rows, likewise.</param>
    /// <param name="ax">The axes to draw in; the current ones by default.</param>
    /// <returns>The axes.</returns>
    /// <exception cref="ValueError">The matrix has not two dimensions, or an argument has an unknown value.</exception>
    /// <remarks><see href="https://seaborn.pydata.org/generated/seaborn.heatmap.html"/></remarks>
    public static Axes heatmap(
        NDArray data, double? vmin = null, double? vmax = null, string? cmap = null, bool annot = false, string fmt = ".2g", double linewidths = 0,
        ColorLike linecolor = default, bool cbar = true, bool square = false, HeatmapLabels xticklabels = default, HeatmapLabels yticklabels = default, Axes? ax = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.ndim != 2 || data.size == 0)
            throw new ValueError($"Must pass 2-d input. shape={new TensorShape(data.shape.Select(side => (int)side).ToArray())}");
        var (rows, columns) = ((int)data.shape[0], (int)data.shape[1]);
        var axes = ax ?? pyplot.gca();
        var values = ArrayLike.Numbers(data);
        var mesh = new QuadMesh(values, columns) { Map = Colormaps.Get(cmap ?? "rocket"), LineWidth = linewidths, LineColor = linecolor.Color ?? Rgba.White };
        mesh.SetLimits(values, vmin, vmax);
        axes.Add(mesh);
        (axes.X.Limits, axes.Y.Limits) = ((0, columns), (rows, 0));
        axes.set_frame_on(false);
        axes.axis(square ? "equal" : "auto");
        // Labels are counted by the axes as they are before a colour bar takes its part.
        var inches = FigureLayout.StandardSlot(axes, new SKSize((float)axes.figure.Size.Width, (float)axes.figure.Size.Height));
        xticklabels.Apply(axes.X, columns, inches.Width, rotation: 0);
        yticklabels.Apply(axes.Y, rows, inches.Height, rotation: 90);
        if (cbar)
            axes.figure.colorbar(mesh, axes).set_frame_on(false);
        if (annot)
            Annotate(axes, mesh, data, fmt);
        return axes;
    }

    /// <summary>Writes each value into its cell; the colour of the text follows from the cell's luminance.</summary>
    private static void Annotate(Axes axes, QuadMesh mesh, NDArray data, string fmt)
    {
        var columns = (int)data.shape[1];
        for (var cell = 0; cell < data.size; cell++)
        {
            var (row, column) = Math.DivRem(cell, columns);
            var text = PythonFormat.Format(data.GetAtIndex(cell), fmt);
            axes.Texts.Add(new(column + 0.5, row + 0.5, text, new(10, Color: AnnotationColor(mesh.Face(cell))), HorizontalAlign.Center, VerticalAlign.Center));
        }
    }

    /// <summary>seaborn's rule: dark grey where the cell's relative luminance is above 0.408, else white.</summary>
    internal static Rgba AnnotationColor(Rgba face) => NamedColors.Parse(face.Luminance() > 0.408 ? ".15" : "w");
}
