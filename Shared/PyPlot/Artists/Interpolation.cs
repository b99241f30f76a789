namespace KerasSharp.matplotlib;

/// <summary>How a picture's pixels become the screen's.</summary>
internal enum Interpolation
{
    /// <summary>matplotlib's default: sharp where enlarged, smooth where reduced.</summary>
    Antialiased,
    Nearest,
    Bilinear,
    Bicubic,
}

/// <summary>The names that <c>imshow</c> takes.</summary>
internal static class Interpolations
{
    /// <exception cref="ValueError">A name that is not supported.</exception>
    public static Interpolation Parse(string? name) => name switch
    {
        null or "auto" or "antialiased" => Interpolation.Antialiased,
        "nearest" or "none" => Interpolation.Nearest,
        "bilinear" => Interpolation.Bilinear,
        "bicubic" => Interpolation.Bicubic,
        _ => throw new ValueError($"'{name}' is not a valid value for interpolation; supported values are 'auto', 'antialiased', 'nearest', 'none', 'bilinear', 'bicubic'"),
    };
}
