namespace KerasSharp.matplotlib;

/// <summary>
/// What matplotlib calls color-like: <c>"red"</c>, <c>"C0"</c>, <c>"#1f77b4"</c>, <c>"0.5"</c>, or a tuple of red, green, blue (and alpha) from 0 to 1.
/// The default value means "not given".
/// </summary>
/// <remarks>A name is looked up at once, so that a wrong one fails in the line that has it.</remarks>
public readonly struct ColorLike
{
    private ColorLike(Rgba color) => Color = color;

    internal Rgba? Color { get; }

    /// <summary>A colour's name.</summary>
    /// <exception cref="ValueError">There is no such colour.</exception>
    public static implicit operator ColorLike(string? name) => name is null ? default : new(NamedColors.Parse(name));

    /// <summary>Red, green, blue, from 0 to 1.</summary>
    public static implicit operator ColorLike((double R, double G, double B) rgb) => (rgb.R, rgb.G, rgb.B, 1.0);

    /// <summary>Red, green, blue, alpha, from 0 to 1.</summary>
    /// <exception cref="ValueError">A value is not in 0 to 1.</exception>
    public static implicit operator ColorLike((double R, double G, double B, double A) rgba)
    {
        foreach (var value in (ReadOnlySpan<double>)[rgba.R, rgba.G, rgba.B, rgba.A])
        {
            if (value is not (>= 0 and <= 1))
                throw new ValueError("RGBA values should be within 0-1 range");
        }
        return new(new Rgba(rgba.R, rgba.G, rgba.B, rgba.A));
    }
}
