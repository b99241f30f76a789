using KerasSharp.Utils;

namespace KerasSharp.Callbacks;

/// <summary>Which of two values of a monitored quantity is the better one.</summary>
internal enum MonitorMode
{
    /// <summary>The smaller: a loss.</summary>
    Min,

    /// <summary>The larger: an accuracy.</summary>
    Max,
}

/// <summary>What the callbacks that watch a quantity share.</summary>
internal static class MonitorModes
{
    /// <summary>What <c>mode</c> says; <c>"auto"</c> goes by the name. An unknown mode warns, in Keras's words, and is <c>"auto"</c>.</summary>
    /// <param name="mode"><c>"min"</c>, <c>"max"</c> or <c>"auto"</c>.</param>
    /// <param name="who">What the warning begins with.</param>
    /// <param name="growsByName">Whether the name speaks of something that should grow. Keras's callbacks differ in it.</param>
    public static MonitorMode Parse(string mode, string who, bool growsByName)
    {
        if (mode is not ("auto" or "min" or "max"))
        {
            KerasConsole.Warn($"{who} mode {mode} is unknown, fallback to auto mode.");
        }

        return mode switch
        {
            "min" => MonitorMode.Min,
            "max" => MonitorMode.Max,
            _ => growsByName ? MonitorMode.Max : MonitorMode.Min,
        };
    }

    /// <summary>What any value is better than.</summary>
    public static double Worst(this MonitorMode mode) => mode == MonitorMode.Min ? double.PositiveInfinity : double.NegativeInfinity;

    /// <summary>Whether <paramref name="value"/> is better than <paramref name="reference"/>. NaN never is.</summary>
    public static bool IsBetter(this MonitorMode mode, double value, double reference) => mode == MonitorMode.Min ? value < reference : value > reference;
}
