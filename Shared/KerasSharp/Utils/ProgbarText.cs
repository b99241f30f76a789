using System.Runtime.InteropServices;
using System.Text;
using KerasSharp.Python;

namespace KerasSharp.Utils;

/// <summary>What a progress bar knows of a name: the sum of its values, and of how many steps.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProgbarValue(double Sum, double Count)
{
    /// <summary>The value that is shown.</summary>
    public double Mean => (Sum / Math.Max(1, Count)) + 0.0; // as NumPy's mean, which makes 0 of -0
}

/// <summary>The pieces of a progress bar's line, to the character as Keras 2.15 writes them.</summary>
internal sealed class ProgbarText(int width, string unitName)
{
    /// <summary>What a step is called.</summary>
    public string UnitName => unitName;

    /// <summary><c> 12/100</c>: as wide as the target needs.</summary>
    public static string Count(int current, int target) => $"{current.ToString().PadLeft(target.ToString().Length)}/{target}";

    /// <summary><c> 12/100 [==>...........]</c>, or <c>     12/Unknown</c>.</summary>
    public string Bar(int current, int? target)
    {
        if (target is not { } goal)
        {
            return $"{current,7}/Unknown";
        }

        var filled = (int)(width * ((double)current / goal));
        var bar = new StringBuilder(Count(current, goal)).Append(" [");
        if (filled > 0)
        {
            bar.Append('=', filled - 1).Append(current < goal ? '>' : '=');
        }

        return bar.Append('.', Math.Max(0, width - filled)).Append(']').ToString();
    }

    /// <summary><c> - 3s</c>.</summary>
    public string Elapsed(double seconds) => $" - {PythonFormat.Format(seconds, ".0f")}s";

    /// <summary><c> - ETA: 12s</c>, <c> - ETA: 1:05</c>, <c> - ETA: 2:00:30</c>.</summary>
    public string Remaining(double seconds)
    {
        var whole = (long)seconds;
        return " - ETA: " + (seconds > 3600 ? $"{whole / 3600}:{whole % 3600 / 60:00}:{whole % 60:00}"
            : seconds > 60 ? $"{whole / 60}:{whole % 60:00}"
            : $"{whole}s");
    }

    /// <summary><c> 7ms/step</c>.</summary>
    public string PerUnit(double seconds) => Time(seconds, unitName);

    /// <summary><c> - 3s/epoch</c>, in the line of verbose 2.</summary>
    public static string LineTime(double seconds, string unit) => " -" + Time(seconds, unit);

    /// <summary><c> - loss: 0.3679 - accuracy: 0.8957</c>.</summary>
    public static string Values(OrderedDictionary<string, ProgbarValue> values) => Values(values, Math.Abs);

    /// <summary>The same in the line of verbose 2, where Keras writes every negative number with an exponent.</summary>
    public static string ValuesOfLine(OrderedDictionary<string, ProgbarValue> values) => Values(values, mean => mean);

    private static string Values(OrderedDictionary<string, ProgbarValue> values, Func<double, double> size)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in values)
        {
            var mean = value.Mean;
            text.Append(" - ").Append(name).Append(": ").Append(PythonFormat.Format(mean, size(mean) > 1e-3 ? ".4f" : ".4e"));
        }

        return text.ToString();
    }

    private static string Time(double seconds, string unit) => seconds switch
    {
        >= 1 or 0 => $" {PythonFormat.Format(seconds, ".0f")}s/{unit}",
        >= 1e-3 => $" {PythonFormat.Format(seconds * 1e3, ".0f")}ms/{unit}",
        _ => $" {PythonFormat.Format(seconds * 1e6, ".0f")}us/{unit}",
    };
}
