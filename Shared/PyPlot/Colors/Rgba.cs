using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>A colour as matplotlib computes with it: red, green, blue and alpha, each from 0 to 1.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
/// <param name="A">Alpha; 1 is opaque.</param>
internal readonly record struct Rgba(double R, double G, double B, double A = 1)
{
    public static Rgba Black { get; } = new(0, 0, 0);

    public static Rgba White { get; } = new(1, 1, 1);

    public static Rgba FromBytes(int red, int green, int blue) => new(red / 255.0, green / 255.0, blue / 255.0);

    public Rgba WithAlpha(double? alpha) => alpha is { } a ? this with { A = a } : this;

    /// <summary>The colour as a canvas takes it: each channel rounded to a byte, as matplotlib's Agg does.</summary>
    public SKColor ToSkia() => new(Round(R), Round(G), Round(B), Round(A));

    public ScottPlot.Color ToScottPlot() => new(Round(R), Round(G), Round(B), Round(A));

    /// <summary>
    /// W3C's relative luminance, by which seaborn chooses dark or light text
    /// (<see href="https://www.w3.org/TR/WCAG20/#relativeluminancedef"/>).
    /// </summary>
    public double Luminance()
    {
        static double Linear(double v) => v <= 0.03928 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
        return 0.2126 * Linear(R) + 0.7152 * Linear(G) + 0.0722 * Linear(B);
    }

    private static byte Round(double channel) => (byte)Math.Clamp(Math.Round(channel * 255), 0, 255);
}
