using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KerasSharp.Engine;
using NumSharp;

namespace KerasSharp.Python;

/// <summary>
/// Python's <c>template % values</c>: <c>%s</c>, <c>%r</c>, whole numbers <c>%d %i %x %o</c>, fractions <c>%f %e %g</c>, with flags, width and precision.
/// Source: <see href="https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting"/>.
/// </summary>
internal static partial class PythonPercent
{
    /// <summary>The text with its conversions filled in.</summary>
    /// <param name="template">The template.</param>
    /// <param name="values">One value, or a tuple of them.</param>
    /// <exception cref="TypeError">Values are missing, left over, or of a wrong type.</exception>
    /// <exception cref="ValueError">The template has a conversion that is none.</exception>
    public static string Format(string template, object? values)
    {
        ArgumentNullException.ThrowIfNull(template);
        object?[] list = values is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])] : [values];
        var next = 0;
        var text = Conversion().Replace(template, match => match.Groups["type"].Value == "%" ? "%"
            : Text(match, next < list.Length ? list[next++] : throw new TypeError("not enough arguments for format string")));
        return next == list.Length ? text : throw new TypeError("not all arguments converted during string formatting");
    }

    [GeneratedRegex(@"%(?<flags>[-+ 0#]*)(?<width>\d*)(?<precision>\.\d*)?(?<type>.?)", RegexOptions.Singleline)]
    private static partial Regex Conversion();

    private static string Text(Match match, object? value)
    {
        var (flags, width, precision, type) = (match.Groups["flags"].Value, match.Groups["width"].Value, match.Groups["precision"].Value, match.Groups["type"].Value);
        precision = precision == "." ? ".0" : precision;
        var sign = flags.Contains('+', StringComparison.Ordinal) ? "+" : flags.Contains(' ', StringComparison.Ordinal) ? " " : "";
        var isLeft = flags.Contains('-', StringComparison.Ordinal);
        var form = (flags.Contains('#', StringComparison.Ordinal) ? "#" : "") + (flags.Contains('0', StringComparison.Ordinal) && !isLeft ? "0" : "") + width;
        var side = isLeft ? "<" : "";
        return type switch
        {
            "s" => PythonFormat.Format(PythonFormat.Str(value), (isLeft ? "<" : ">") + width + precision),
            "r" or "a" => PythonFormat.Format(PythonFormat.Repr(value), (isLeft ? "<" : ">") + width + precision),
            "d" or "i" or "u" => PythonFormat.Format((long)Math.Truncate(Number(value, type, "a real number is required")), side + sign + form + "d"),
            "x" or "X" or "o" => PythonFormat.Format((long)Number(value, type, "an integer is required"), side + sign + form + type),
            "e" or "E" or "f" or "F" or "g" or "G" => PythonFormat.Format(Number(value, type, "must be real number"), side + sign + form + precision + type),
            "" => throw new ValueError("incomplete format"),
            _ => throw new ValueError($"unsupported format character '{type}' (0x{(int)type[0]:x}) at index {match.Index + match.Length - 1}"),
        };
    }

    private static double Number(object? value, string type, string wanted) => value switch
    {
        Tensor tensor => (double)tensor,
        Variable variable => (double)variable,
        NDArray { size: 1 } array => Convert.ToDouble(array.flatten().item(), CultureInfo.InvariantCulture),
        Half half => (double)half,
        IConvertible number and not string and not char => number.ToDouble(CultureInfo.InvariantCulture),
        _ => throw new TypeError(wanted.StartsWith("must", StringComparison.Ordinal) ? $"{wanted}, not {PythonRepr.TypeName(value)}"
            : $"%{type} format: {wanted}, not {PythonRepr.TypeName(value)}"),
    };
}
