using NumSharp;

namespace KerasSharp.matplotlib;

public sealed partial class Axes
{
    /// <summary>Shows an array as a picture, row 0 at the top, with square pixels.</summary>
    /// <param name="X">
    /// (M, N) or (M, N, 1): values that <paramref name="cmap"/> colours, from the least to the greatest unless told; (M, N, 3) or (M, N, 4): red, green, blue (and alpha),
    /// floats from 0 to 1 or integers from 0 to 255.
    /// </param>
    /// <param name="cmap">The colour map, for values only; <c>"viridis"</c> by default.</param>
    /// <param name="aspect"><c>"equal"</c> (default) or <c>"auto"</c>: fill the axes.</param>
    /// <param name="interpolation">By default sharp where enlarged and smooth where reduced; <c>"nearest"</c>, <c>"bilinear"</c>, <c>"bicubic"</c>.</param>
    /// <param name="alpha">How opaque, from 0 to 1.</param>
    /// <param name="vmin">The value of the first colour.</param>
    /// <param name="vmax">The value of the last colour.</param>
    /// <param name="origin">Where row 0 lies: <c>"upper"</c> (default) or <c>"lower"</c>.</param>
    /// <exception cref="TypeError">The array's shape is none of these.</exception>
    /// <exception cref="ValueError">An argument has an unknown value.</exception>
    public AxesImage imshow(
        NDArray X, string? cmap = null, string? aspect = null, string? interpolation = null, double? alpha = null, double? vmin = null, double? vmax = null, string? origin = null)
    {
        ArgumentNullException.ThrowIfNull(X);
        if (aspect is not (null or "equal" or "auto"))
            throw new ValueError($"'{aspect}' is not a valid value for aspect; supported values are 'equal', 'auto'");
        if (origin is not (null or "upper" or "lower"))
            throw new ValueError($"'{origin}' is not a valid value for origin; supported values are 'upper', 'lower'");
        var (height, width, channels) = ImagePixels.Measure(X);
        var values = ArrayLike.Numbers(X);
        var map = Colormaps.Get(cmap ?? "viridis");
        var image = new AxesImage(
            channels == 1 ? new uint[values.Length] : ImagePixels.FromChannels(values, channels, ImagePixels.IsInteger(X)), width, new(-0.5, width - 0.5, -0.5, height - 0.5))
        {
            Map = map,
            Interpolation = Interpolations.Parse(interpolation),
            Alpha = alpha ?? 1,
        };
        if (channels == 1)
            image.Color(values, vmin, vmax);
        Y.IsInverted = origin != "lower";
        HasEqualAspect = aspect != "auto";
        return Add(image);
    }
}
