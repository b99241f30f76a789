namespace KerasSharp.matplotlib;

/// <summary>The rectangle of some data. A sticky side gets no margin: an image ends at its edge, a bar stands on its foot.</summary>
internal readonly record struct DataLimits(double XMin, double XMax, double YMin, double YMax)
{
    /// <summary>Where no margin goes, across.</summary>
    public double[] StickyX { get; init; } = [];

    /// <summary>Where no margin goes, up and down.</summary>
    public double[] StickyY { get; init; } = [];

    /// <summary>The rectangle around some points; NaN and infinite ones do not count.</summary>
    public static DataLimits Around(double[] x, double[] y)
    {
        var (left, right) = Range(x);
        var (bottom, top) = Range(y);
        return new(left, right, bottom, top);
    }

    private static (double Low, double High) Range(double[] values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        return finite.Length == 0 ? (double.NaN, double.NaN) : (finite.Min(), finite.Max());
    }
}
