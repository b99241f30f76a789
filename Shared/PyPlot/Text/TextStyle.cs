namespace KerasSharp.matplotlib;

/// <summary>Where a text lies beside its anchor, across.</summary>
internal enum HorizontalAlign
{
    Left,
    Center,
    Right,
}

/// <summary>Where a text lies beside its anchor, up and down. The baseline is that of the last line.</summary>
internal enum VerticalAlign
{
    Top,
    Center,
    CenterBaseline,
    Baseline,
    Bottom,
}

/// <summary>How a text looks.</summary>
/// <param name="Size">In points (1/72 inch).</param>
/// <param name="Bold">Whether in bold.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Rotation">In degrees, counter-clockwise.</param>
internal sealed record TextStyle(double Size, bool Bold = false, Rgba? Color = null, double Rotation = 0);
