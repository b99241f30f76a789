using System.Globalization;

namespace KerasSharp.matplotlib;

/// <summary>
/// Writes ticks with as many decimals as tell them apart, and takes out a power of ten where numbers are very large or small, as matplotlib's <c>ScalarFormatter</c>.
/// </summary>
internal static class ScalarFormatter
{
    /// <summary>The labels, and the power of ten that stands once at the axis's end ("1e6"; empty where there is none).</summary>
    /// <param name="ticks">All ticks, also those just beyond the view.</param>
    /// <param name="low">The lower end of the view.</param>
    /// <param name="high">Its upper end.</param>
    public static (string[] Labels, string Power) Format(double[] ticks, double low, double high)
    {
        var seen = ticks.Where(tick => tick >= low && tick <= high).ToArray();
        var power = seen.Length == 0 ? 0 : PowerOfTen(seen);
        var scaled = ticks.Select(tick => tick / Math.Pow(10, power)).ToArray();
        var decimals = Decimals(scaled.Length < 2 ? [.. scaled, low / Math.Pow(10, power), high / Math.Pow(10, power)] : scaled, scaled);
        return ([.. scaled.Select(tick => Write(tick, decimals))], power == 0 ? "" : $"1e{power}".Replace('-', '−'));
    }

    private static int PowerOfTen(double[] ticks)
    {
        var largest = ticks.Max(Math.Abs);
        var power = largest == 0 ? 0 : (int)Math.Floor(Math.Log10(largest));
        return power is <= -5 or >= 6 ? power : 0;
    }

    private static int Decimals(double[] spread, double[] ticks)
    {
        var range = spread.Max() - spread.Min();
        if (range == 0)
            range = spread.Max(Math.Abs);
        if (range == 0)
            range = 1;
        var magnitude = (int)Math.Floor(Math.Log10(range));
        var decimals = Math.Clamp(3 - magnitude, 0, 15);
        var threshold = 1e-3 * Math.Pow(10, magnitude);
        while (decimals > 0 && ticks.All(tick => Math.Abs(tick - Math.Round(tick, decimals - 1)) < threshold))
            decimals--;
        return decimals;
    }

    private static string Write(double tick, int decimals)
    {
        var text = tick.ToString($"F{decimals}", CultureInfo.InvariantCulture);
        // A zero that rounding errors left below zero has no sign; a minus is as wide as a plus.
        return text.Trim('-', '0', '.').Length == 0 ? text.TrimStart('-') : text.Replace('-', '−');
    }
}
