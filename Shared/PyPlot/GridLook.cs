namespace KerasSharp.matplotlib;

/// <summary>How grid lines look.</summary>
/// <param name="AtX">Whether at the ticks of the x axis.</param>
/// <param name="AtY">Whether at the ticks of the y axis.</param>
/// <param name="Color">Their colour.</param>
/// <param name="Dash">Their style.</param>
/// <param name="Width">In points.</param>
internal sealed record GridLook(bool AtX, bool AtY, Rgba Color, LineDash Dash, double Width);
