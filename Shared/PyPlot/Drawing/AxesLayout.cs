using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>
/// Where everything of some axes lies, in pixels: the frame, the ticks, and every text, measured. The same layout tells how much room the axes need
/// (<see cref="Bounds"/>) and draws them (<see cref="AxesPainter"/>), so that nothing is clipped.
/// </summary>
internal sealed class AxesLayout
{
    /// <summary>Length of a tick, and its distance from its text, in points.</summary>
    private const float TickLength = 3.5f;

    private readonly FontSet fonts;
    private readonly (double Start, double End) viewX;
    private readonly (double Start, double End) viewY;
    private readonly List<PlacedText> texts = [];

    /// <param name="axes">The axes.</param>
    /// <param name="slot">The place that the figure gives them; the frame is smaller where the aspect is equal.</param>
    /// <param name="scale">Pixels per point.</param>
    /// <param name="fonts">The faces.</param>
    public AxesLayout(Axes axes, SKRect slot, float scale, FontSet fonts)
    {
        (Axes, Scale, this.fonts) = (axes, scale, fonts);
        (viewX, viewY) = (axes.X.View(), axes.Y.View());
        Frame = WholePixels(axes.IsColorbar ? Narrow(slot) : axes.HasEqualAspect ? EqualUnits(slot) : slot);
        Bounds = Frame;
        if (axes.HasAxis)
        {
            if (axes.Base is null)
                PlaceX(axes.X);
            PlaceY(axes.Y);
        }
        PlaceTitle();
    }

    public Axes Axes { get; }

    /// <summary>Pixels per point.</summary>
    public float Scale { get; }

    /// <summary>The rectangle of the data.</summary>
    public SKRect Frame { get; }

    /// <summary>The rectangle around the frame and all texts beside it.</summary>
    public SKRect Bounds { get; private set; }

    public IReadOnlyList<PlacedText> Texts => texts;

    /// <summary>The ticks: lines from the frame outwards.</summary>
    public List<(SKPoint From, SKPoint To)> Ticks { get; } = [];

    /// <summary>Where grid lines go: pixels across, and up and down.</summary>
    public List<float> GridX { get; } = [];

    public List<float> GridY { get; } = [];

    public (double Start, double End) ViewX => viewX;

    public (double Start, double End) ViewY => viewY;

    public float PixelX(double x) => Frame.Left + (float)((x - viewX.Start) / (viewX.End - viewX.Start) * Frame.Width);

    public float PixelY(double y) => Frame.Bottom - (float)((y - viewY.Start) / (viewY.End - viewY.Start) * Frame.Height);

    public TextBlock Block(string text, TextStyle style) => new(text, style, Scale, fonts);

    private static SKRect WholePixels(SKRect rect)
    {
        var (left, top) = (MathF.Round(rect.Left), MathF.Round(rect.Top));
        return new(left, top, Math.Max(left + 1, MathF.Round(rect.Right)), Math.Max(top + 1, MathF.Round(rect.Bottom)));
    }

    /// <summary>A colour bar is 20 times as high as wide.</summary>
    private static SKRect Narrow(SKRect slot)
    {
        var width = Math.Min(slot.Width, slot.Height / 20);
        return SKRect.Create(slot.Left, slot.MidY - width * 10, width, width * 20);
    }

    private SKRect EqualUnits(SKRect slot)
    {
        var (unitsX, unitsY) = (Math.Abs(viewX.End - viewX.Start), Math.Abs(viewY.End - viewY.Start));
        var unit = Math.Min(slot.Width / unitsX, slot.Height / unitsY);
        var (width, height) = ((float)(unitsX * unit), (float)(unitsY * unit));
        return SKRect.Create(slot.MidX - width / 2, slot.MidY - height / 2, width, height);
    }

    private void PlaceX(Axis axis)
    {
        var (places, labels, power) = axis.VisibleTicks(Frame.Width / Scale);
        var tick = TickLength * Scale;
        foreach (var place in places)
        {
            var x = PixelX(place);
            GridX.Add(x);
            Ticks.Add((new(x, Frame.Bottom), new(x, Frame.Bottom + tick)));
        }
        var edge = Frame.Bottom + (places.Length > 0 ? tick : 0);
        var placed = PlaceLabels(axis, labels, style => (i, text) => new(Block(text, style), PixelX(places[i]), edge + tick, HorizontalAlign.Center, VerticalAlign.Top));
        var bottom = placed.Select(text => text.Bounds.Bottom).Append(edge).Max();
        if (power.Length > 0)
            bottom = Place(new(Block(power, axis.TickStyle), Frame.Right, bottom + tick, HorizontalAlign.Right, VerticalAlign.Top)).Bottom;
        if (axis.Label is { } label)
            Place(new(Block(label.Text, label.Style), Frame.MidX, bottom + (float)axis.LabelPad * Scale, HorizontalAlign.Center, VerticalAlign.Top));
        Enclose(new(Frame.Left, Frame.Top, Frame.Right, edge));
    }

    private void PlaceY(Axis axis)
    {
        var (places, labels, power) = axis.VisibleTicks(Frame.Height / Scale);
        var tick = TickLength * Scale;
        var (side, outwards) = axis.IsOnFarSide ? (Frame.Right, 1) : (Frame.Left, -1);
        var across = axis.IsOnFarSide ? HorizontalAlign.Left : HorizontalAlign.Right;
        foreach (var place in places)
        {
            var y = PixelY(place);
            GridY.Add(y);
            Ticks.Add((new(side, y), new(side + outwards * tick, y)));
        }
        var edge = side + (places.Length > 0 ? outwards * tick : 0);
        var placed = PlaceLabels(axis, labels, style => (i, text) => new(Block(text, style), edge + outwards * tick, PixelY(places[i]), across, VerticalAlign.CenterBaseline));
        var ends = placed.Select(text => axis.IsOnFarSide ? text.Bounds.Right : text.Bounds.Left).Append(edge);
        var end = axis.IsOnFarSide ? ends.Max() : ends.Min();
        if (power.Length > 0)
            Place(new(Block(power, axis.TickStyle), side, Frame.Top - tick, axis.IsOnFarSide ? HorizontalAlign.Right : HorizontalAlign.Left, VerticalAlign.Bottom));
        if (axis.Label is { } label)
            Place(new(Block(label.Text, label.Style), end + outwards * (float)axis.LabelPad * Scale, Frame.MidY, across, VerticalAlign.Center));
        Enclose(new(Math.Min(edge, Frame.Left), Frame.Top, Math.Max(edge, Frame.Right), Frame.Bottom));
    }

    /// <summary>Places the labels of ticks, turned by a quarter where that keeps them from meeting.</summary>
    private List<PlacedText> PlaceLabels(Axis axis, string[] labels, Func<TextStyle, Func<int, string, PlacedText>> place)
    {
        List<PlacedText> At(TextStyle style) => [.. labels.Select((text, i) => (text, i)).Where(label => label.text.Length > 0).Select(label => place(style)(label.i, label.text))];
        var placed = At(axis.TickStyle);
        if (axis.TurnsMeetingLabels && placed.Zip(placed.Skip(1)).Any(pair => pair.First.Bounds.IntersectsWith(pair.Second.Bounds)))
            placed = At(axis.TickStyle with { Rotation = axis.TickStyle.Rotation == 0 ? 90 : 0 });
        placed.ForEach(text => Place(text));
        return placed;
    }

    private void PlaceTitle()
    {
        if (Axes.Title is not { } title)
            return;
        var x = Axes.TitleAlign switch { HorizontalAlign.Left => Frame.Left, HorizontalAlign.Right => Frame.Right, _ => Frame.MidX };
        var placed = new PlacedText(Block(title.Text, title.Style), x, Frame.Top - (float)Axes.TitlePad * Scale, Axes.TitleAlign, VerticalAlign.Baseline);
        // A power of ten over the y axis may be in its way.
        foreach (var text in texts.Where(text => text.Bounds.IntersectsWith(placed.Bounds)).ToArray())
            placed = placed with { Y = Math.Min(placed.Y, text.Bounds.Top - (float)Axes.TitlePad * Scale) };
        Place(placed);
    }

    private SKRect Place(PlacedText text)
    {
        texts.Add(text);
        Enclose(text.Bounds);
        return text.Bounds;
    }

    private void Enclose(SKRect rect) => Bounds = SKRect.Union(Bounds, rect);
}
