using System.Collections.Concurrent;

namespace KerasSharp.Python;

/// <summary>
/// Python's <c>warnings</c>: a warning is written to standard error, each text once per process; a test records them instead.
/// Source: <see href="https://docs.python.org/3/library/warnings.html"/>.
/// </summary>
public static class PythonWarnings
{
    private static readonly AsyncLocal<ICollection<(string Category, string Message)>?> Recorded = new();
    private static readonly ConcurrentDictionary<(string Category, string Message), bool> Shown = [];

    /// <summary>Warns: <c>UserWarning: message</c>.</summary>
    public static void Warn(string message, string category = "UserWarning")
    {
        if (Recorded.Value is { } list)
        {
            list.Add((category, message));
        }
        else if (Shown.TryAdd((category, message), true))
        {
            Console.Error.WriteLine($"{category}: {message}");
        }
    }

    /// <summary>
    /// All warnings of the calling code go into <paramref name="list"/> until the result is disposed (<c>warnings.catch_warnings(record=True)</c>).
    /// </summary>
    public static IDisposable Catch(ICollection<(string Category, string Message)> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var restore = new Restorer(Recorded.Value);
        Recorded.Value = list;
        return restore;
    }

    private sealed class Restorer(ICollection<(string Category, string Message)>? before) : IDisposable
    {
        public void Dispose() => Recorded.Value = before;
    }
}
