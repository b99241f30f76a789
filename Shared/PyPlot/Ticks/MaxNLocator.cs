namespace KerasSharp.matplotlib;

/// <summary>
/// Places ticks at round numbers, at most so many, as matplotlib's <c>AutoLocator</c>
/// (<see href="https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.MaxNLocator"/>).
/// </summary>
internal static class MaxNLocator
{
    private const int MinimumTicks = 2;

    /// <summary>Steps of 1, 2, 2.5, 5 and 10, and those of the neighbouring powers of ten.</summary>
    private static readonly double[] Steps = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20];

    /// <summary>The ticks for a view; the outermost ones may lie just beyond it.</summary>
    /// <param name="low">The lower end of the view.</param>
    /// <param name="high">The upper end, above <paramref name="low"/>.</param>
    /// <param name="intervals">How many intervals at most.</param>
    public static double[] Ticks(double low, double high, int intervals)
    {
        intervals = Math.Clamp(intervals, 1, 9);
        var (scale, offset) = ScaleAndOffset(low, high, intervals);
        (low, high) = (low - offset, high - offset);
        var rawStep = (high - low) / intervals;
        var first = Array.FindIndex(Steps, step => step * scale >= rawStep);
        for (var i = first < 0 ? Steps.Length - 1 : first; ; i--)
        {
            var step = Steps[i] * scale;
            var start = Math.Floor(low / step) * step;
            var from = EdgeBelow(low - start, step, offset);
            var to = EdgeAbove(high - start, step, offset);
            var ticks = Enumerable.Range(0, (int)(to - from) + 1).Select(k => (from + k) * step + start).ToArray();
            if (i == 0 || ticks.Count(tick => tick >= low && tick <= high) >= MinimumTicks)
                return [.. ticks.Select(tick => tick + offset)];
        }
    }

    private static (double Scale, double Offset) ScaleAndOffset(double low, double high, int intervals)
    {
        var (width, middle) = (high - low, (low + high) / 2);
        var offset = Math.Abs(middle) / width < 100 ? 0 : Math.CopySign(Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(middle)))), middle);
        return (Math.Pow(10, Math.Floor(Math.Log10(width / intervals))), offset);
    }

    private static double EdgeBelow(double x, double step, double offset)
    {
        var below = Math.Floor(x / step);
        return IsClose(x / step - below, 1, step, offset) ? below + 1 : below;
    }

    private static double EdgeAbove(double x, double step, double offset)
    {
        var below = Math.Floor(x / step);
        return IsClose(x / step - below, 0, step, offset) ? below : below + 1;
    }

    /// <summary>Whether two numbers are equal up to rounding, which is coarser where a large offset was taken off.</summary>
    private static bool IsClose(double value, double edge, double step, double offset)
    {
        var tolerance = offset == 0 ? 1e-10 : Math.Min(0.4999, Math.Max(1e-10, Math.Pow(10, Math.Log10(Math.Abs(offset) / step) - 12)));
        return Math.Abs(value - edge) < tolerance;
    }
}
