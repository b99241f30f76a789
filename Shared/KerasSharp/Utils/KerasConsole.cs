using KerasSharp.Python;

namespace KerasSharp.Utils;

/// <summary>
/// Where Keras's own texts go: progress bars, callbacks' messages and <c>summary()</c> to standard output (<see cref="PythonConsole"/>),
/// warnings to standard error. What a test replaces with <see cref="Use"/> holds for the code it runs, and for nothing beside it.
/// </summary>
public static class KerasConsole
{
    // An async-local value belongs to one test (and the threads it starts): tests that run side by side do not mix their clocks.
    private static readonly AsyncLocal<Settings?> Current = new();

    /// <summary>Standard output.</summary>
    public static TextWriter Out => PythonConsole.Out;

    /// <summary>Standard error.</summary>
    public static TextWriter Error => Current.Value?.Error ?? Console.Error;

    /// <summary>What tells progress bars the time.</summary>
    public static TimeProvider Clock => Current.Value?.Clock ?? TimeProvider.System;

    /// <summary>Whether standard output is a terminal, which can draw a line again.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected && ReferenceEquals(Out, Console.Out);

    /// <summary>How progress bars are drawn: redrawn in a terminal, elsewhere one finished line each.</summary>
    public static ProgressDisplay Progress => Current.Value?.Progress ?? (IsTerminal ? ProgressDisplay.Redraw : ProgressDisplay.Finished);

    /// <summary>Replaces what is given, for the calling code, until the result is disposed.</summary>
    public static IDisposable Use(TimeProvider? clock = null, ProgressDisplay? progress = null, TextWriter? error = null)
    {
        var before = Current.Value;
        Current.Value = new Settings(clock ?? before?.Clock, progress ?? before?.Progress, error ?? before?.Error);
        return new Restorer(before);
    }

    /// <summary>Writes a text to standard output, and at once: Keras's <c>print_msg</c> with <c>line_break=False</c>.</summary>
    public static void Write(string text)
    {
        var writer = Out;
        writer.Write(text);
        writer.Flush();
    }

    /// <summary>Writes a line to standard output, and at once: Keras's <c>print_msg</c>.</summary>
    public static void WriteLine(string text) => Write(text + "\n");

    /// <summary>Writes a line of TensorFlow's log to standard error: <c>WARNING:tensorflow:</c> and the message.</summary>
    public static void Warn(string message) => Error.Write($"WARNING:tensorflow:{message}\n");

    private sealed record Settings(TimeProvider? Clock, ProgressDisplay? Progress, TextWriter? Error);

    private sealed class Restorer(Settings? before) : IDisposable
    {
        public void Dispose() => Current.Value = before;
    }
}
