namespace KerasSharp.matplotlib;

/// <summary>An artist whose colours stand for values, so that a colour bar can explain it.</summary>
public abstract class ScalarMappable : Artist
{
    internal Colormap Map { get; init; } = Colormaps.Get("viridis");

    /// <summary>The value of the first colour.</summary>
    internal double Low { get; set; }

    /// <summary>The value of the last colour.</summary>
    internal double High { get; set; } = 1;

    /// <summary>The place of a value between the first and the last colour; all are 0 where these are one.</summary>
    internal double Normalize(double value) => Low == High ? 0 : (value - Low) / (High - Low);

    /// <summary>A colour bar needs some width: where all values are one, it takes a tenth on each side, as matplotlib's does.</summary>
    internal void WidenForColorbar()
    {
        if (Low == High)
            (Low, High) = Low == 0 ? (-0.1, 0.1) : (Low - 0.1 * Math.Abs(Low), High + 0.1 * Math.Abs(High));
    }

    /// <summary>Takes the limits given, or else the least and greatest finite value.</summary>
    /// <exception cref="ValueError">vmin is above vmax.</exception>
    internal void SetLimits(double[] values, double? vmin, double? vmax)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        Low = vmin ?? (finite.Length == 0 ? 0 : finite.Min());
        High = vmax ?? (finite.Length == 0 ? 1 : finite.Max());
        if (vmin > vmax)
            throw new ValueError("minvalue must be less than or equal to maxvalue");
    }
}
