using KerasSharp.Python;

namespace KerasSharp.matplotlib;

/// <summary>
/// One coordinate system of a figure, with what is drawn in it (<see href="https://matplotlib.org/stable/api/axes_api.html"/>).
/// The methods have matplotlib's names, parameters and order; a parameter that matplotlib has and this class has not does not exist here.
/// </summary>
public sealed partial class Axes
{
    private readonly List<Artist> artists = [];
    private int colors;

    internal Axes(Figure figure, Axis? x = null)
    {
        this.figure = figure;
        X = x ?? new(isHorizontal: true);
        X.Members.Add(this);
        Y.Members.Add(this);
    }

    /// <summary>The figure of these axes.</summary>
    public Figure figure { get; }

    /// <summary>ScottPlot's plot beneath, for what ScottPlot can draw and matplotlib's functions here do not: add plottables to it, in data coordinates.</summary>
    public ScottPlot.Plot scottplot { get; } = DataPlot.Create();

    internal Axis X { get; }

    internal Axis Y { get; } = new(isHorizontal: false);

    /// <summary>What is drawn, from the lowest to the uppermost.</summary>
    internal IEnumerable<Artist> Artists => artists.OrderBy(artist => artist.ZOrder);

    internal List<TextArtist> Texts { get; } = [];

    internal Caption? Title { get; private set; }

    internal HorizontalAlign TitleAlign { get; private set; } = HorizontalAlign.Center;

    /// <summary>Distance of the title from the frame, in points.</summary>
    internal double TitlePad { get; private set; } = 6;

    /// <summary>False after <c>axis("off")</c>: no frame, ticks and labels.</summary>
    internal bool HasAxis { get; private set; } = true;

    internal bool HasFrame { get; private set; } = true;

    /// <summary>Whether one unit is as long across as up and down.</summary>
    internal bool HasEqualAspect { get; private set; }

    internal GridLook? Grid { get; private set; }

    internal LegendLook? Legend { get; private set; }

    /// <summary>The place in the figure's grid of axes; colour bars have none.</summary>
    internal SubplotSpec? Spec { get; init; }

    /// <summary>Colour bars that took a part of these axes' place, in order.</summary>
    internal List<Axes> Colorbars { get; } = [];

    /// <summary>The axes that these lie upon (<see cref="twinx"/>).</summary>
    internal Axes? Base { get; private init; }

    /// <summary>Whether these axes are a colour bar, which is narrow and keeps its shape.</summary>
    internal bool IsColorbar { get; init; }

    /// <summary>What a colour bar or <c>plt.colorbar()</c> explains if not told: the image or points drawn last.</summary>
    internal ScalarMappable? Mappable { get; private set; }

    /// <summary>Sets the title above the axes; <c>\n</c> starts a second line.</summary>
    /// <param name="label">The text.</param>
    /// <param name="loc"><c>"center"</c> (default), <c>"left"</c> or <c>"right"</c>.</param>
    /// <param name="pad">Distance from the axes in points; 6 by default.</param>
    /// <param name="fontsize">Points or a word such as <c>"large"</c>; 12 by default.</param>
    /// <param name="fontweight"><c>"bold"</c>, or a number.</param>
    /// <param name="color">Its colour.</param>
    /// <exception cref="ValueError">An argument has an unknown value.</exception>
    public void set_title(PythonString label, string? loc = null, double? pad = null, FontSize fontsize = default, FontWeight fontweight = default, ColorLike color = default)
    {
        Title = Caption.Of(label, 12, fontsize, fontweight, color);
        TitleAlign = Alignments.Across(loc ?? "center", "loc");
        TitlePad = pad ?? 6;
    }

    /// <summary>Sets the text under the axes.</summary>
    /// <param name="xlabel">The text.</param>
    /// <param name="labelpad">Distance from the tick labels in points; 4 by default.</param>
    /// <param name="fontsize">Points or a word; 10 by default.</param>
    /// <param name="fontweight"><c>"bold"</c>, or a number.</param>
    /// <param name="color">Its colour.</param>
    public void set_xlabel(PythonString xlabel, double? labelpad = null, FontSize fontsize = default, FontWeight fontweight = default, ColorLike color = default)
    {
        X.Label = Caption.Of(xlabel, 10, fontsize, fontweight, color);
        X.LabelPad = labelpad ?? 4;
    }

    /// <summary>Sets the text beside the axes, which runs upwards.</summary>
    /// <param name="ylabel">The text.</param>
    /// <param name="labelpad">Distance from the tick labels in points; 4 by default.</param>
    /// <param name="fontsize">Points or a word; 10 by default.</param>
    /// <param name="fontweight"><c>"bold"</c>, or a number.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="rotation">In degrees, counter-clockwise; 90 by default.</param>
    public void set_ylabel(
        PythonString ylabel, double? labelpad = null, FontSize fontsize = default, FontWeight fontweight = default, ColorLike color = default, double rotation = 90)
    {
        Y.Label = Caption.Of(ylabel, 10, fontsize, fontweight, color, rotation);
        Y.LabelPad = labelpad ?? 4;
    }

    /// <summary>Shows the legend: the lines, points and bars that have a <c>label</c>.</summary>
    /// <param name="loc"><c>"best"</c> (default: where it covers the least), <c>"upper right"</c>, <c>"lower center"</c>, …</param>
    /// <param name="fontsize">Points or a word; 10 by default.</param>
    /// <exception cref="ValueError">An unknown place; the message lists all.</exception>
    public void legend(string? loc = null, FontSize fontsize = default) => Legend = new(LegendPlaces.Parse(loc ?? "best"), fontsize.Points ?? 10);

    /// <summary>Shows or hides the lines at the ticks.</summary>
    /// <param name="visible">Whether to show them.</param>
    /// <param name="axis"><c>"both"</c> (default), <c>"x"</c> or <c>"y"</c>.</param>
    /// <param name="color">Their colour; a light grey by default.</param>
    /// <param name="alpha">How opaque they are, from 0 to 1.</param>
    /// <param name="linestyle"><c>"-"</c> by default.</param>
    /// <param name="linewidth">In points; 0.8 by default.</param>
    /// <exception cref="ValueError">An argument has an unknown value.</exception>
    public void grid(bool visible = true, string axis = "both", ColorLike color = default, double? alpha = null, string? linestyle = null, double? linewidth = null)
    {
        if (axis is not ("both" or "x" or "y"))
            throw new ValueError($"'{axis}' is not a valid value for axis; supported values are 'both', 'x', 'y'");
        var look = new GridLook(axis != "y", axis != "x", (color.Color ?? Rgba.FromBytes(176, 176, 176)).WithAlpha(alpha), LineDashes.Parse(linestyle ?? "-"), linewidth ?? 0.8);
        Grid = visible ? look : null;
    }

    /// <summary>Sets properties of both axes by a word.</summary>
    /// <param name="arg">
    /// <c>"off"</c>: no frame, ticks and labels (the title stays); <c>"on"</c>; <c>"equal"</c> and <c>"image"</c>: a unit is as long across as up and down;
    /// <c>"auto"</c>: it is not.
    /// </param>
    /// <exception cref="ValueError">Another word.</exception>
    public void axis(string arg)
    {
        switch (arg)
        {
            case "off" or "on":
                HasAxis = arg == "on";
                break;
            case "equal" or "image" or "auto":
                HasEqualAspect = arg != "auto";
                break;
            default:
                throw new ValueError($"Unrecognized string '{arg}' to axis; try 'on' or 'off' (supported values are 'on', 'off', 'equal', 'image', 'auto')");
        }
    }

    /// <summary>Hides frame, ticks and labels, as <c>axis("off")</c>.</summary>
    public void set_axis_off() => HasAxis = false;

    /// <summary>Shows frame, ticks and labels.</summary>
    public void set_axis_on() => HasAxis = true;

    /// <summary>Shows or hides the frame and the background.</summary>
    /// <param name="b">Whether to show them.</param>
    public void set_frame_on(bool b) => HasFrame = b;

    /// <summary>New axes over these, with the same x axis and a y axis of their own on the right.</summary>
    public Axes twinx()
    {
        var twin = new Axes(figure, X) { Base = this };
        twin.Y.IsOnFarSide = true;
        figure.Add(twin);
        return twin;
    }

    internal T Add<T>(T artist)
        where T : Artist
    {
        artists.Add(artist);
        if (artist is ScalarMappable mappable && (mappable is not PathCollection { Values.Length: 0 }))
            Mappable = mappable;
        return artist;
    }

    private Rgba NextColor() => NamedColors.Cycle(colors++);
}
