using System.Runtime.CompilerServices;
using System.Text;
using KerasSharp.Python;

namespace KerasSharp;

/// <summary>
/// What Python has built in: <c>using static KerasSharp.builtins;</c>.
/// Source: <see href="https://docs.python.org/3/library/functions.html"/>.
/// </summary>
public static partial class builtins
{
    /// <summary>Python's <c>print()</c>: an empty line.</summary>
    public static void print() => Write("", "\n", null, false);

    /// <summary>
    /// Python's <c>print(value)</c>: a text, an f-string (<c>print($"{count:,} 張")</c>), or anything as <c>str(value)</c> gives it.
    /// </summary>
    /// <param name="value">The text.</param>
    /// <param name="end">What comes after it.</param>
    /// <param name="file">Where to; <see langword="null"/> is standard output.</param>
    /// <param name="flush">Whether to flush the writer.</param>
    public static void print(PythonString value, string end = "\n", TextWriter? file = null, bool flush = false) => Write(value.ToString(), end, file, flush);

    /// <inheritdoc cref="print(PythonString, string, TextWriter, bool)"/>
    public static void print(object? value, string end = "\n", TextWriter? file = null, bool flush = false) => Write(PythonFormat.Str(value), end, file, flush);

    // Several values. A second text is a value, not the end: so these come before the forms above wherever they fit.

    /// <summary>Python's <c>print(a, b, sep=" ")</c>.</summary>
    [OverloadResolutionPriority(1)]
    public static void print(PythonString a, PythonString b, string sep = " ", string end = "\n", TextWriter? file = null, bool flush = false) =>
        Write(string.Join(sep, a, b), end, file, flush);

    /// <inheritdoc cref="print(PythonString, PythonString, string, string, TextWriter, bool)"/>
    [OverloadResolutionPriority(2)]
    public static void print(PythonString a, PythonString b, PythonString c, string sep = " ", string end = "\n", TextWriter? file = null, bool flush = false) =>
        Write(string.Join(sep, a, b, c), end, file, flush);

    /// <inheritdoc cref="print(PythonString, PythonString, string, string, TextWriter, bool)"/>
    [OverloadResolutionPriority(3)]
    public static void print(
        PythonString a, PythonString b, PythonString c, PythonString d, string sep = " ", string end = "\n", TextWriter? file = null, bool flush = false) =>
        Write(string.Join(sep, a, b, c, d), end, file, flush);

    /// <inheritdoc cref="print(PythonString, PythonString, string, string, TextWriter, bool)"/>
    [OverloadResolutionPriority(4)]
    public static void print(PythonString a, PythonString b, PythonString c, PythonString d, PythonString e, params ReadOnlySpan<PythonString> more)
    {
        var text = new StringBuilder(string.Join(' ', a, b, c, d, e));
        foreach (var value in more)
        {
            text.Append(' ').Append(value);
        }

        Write(text.ToString(), "\n", null, false);
    }

    /// <summary>Python's <c>str(value)</c>; of an interpolated string the f-string's text: <c>str($"{loss:.4f}")</c>.</summary>
    public static string str(PythonString value) => value.ToString();

    /// <inheritdoc cref="str(PythonString)"/>
    public static string str(object? value) => PythonFormat.Str(value);

    /// <summary>Python's <c>repr(value)</c>.</summary>
    public static string repr(object? value) => PythonFormat.Repr(value);

    /// <summary>Python's <c>format(value, spec)</c>.</summary>
    public static string format(object? value, string format_spec = "") => PythonFormat.Format(value, format_spec);

    private static void Write(string text, string end, TextWriter? file, bool flush)
    {
        // One call, so that the lines of two threads do not run into each other.
        var writer = file ?? PythonConsole.Out;
        writer.Write(text + end);
        if (flush)
        {
            writer.Flush();
        }
    }
}
