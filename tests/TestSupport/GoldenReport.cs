using System.Reflection;

namespace KerasSharp.TestSupport;

/// <summary>The fixture of each test assembly (tests/Directory.Build.props) that reports its golden cases when the last test has run, and fails where more cases wait than may.</summary>
public sealed class GoldenReport : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        var assembly = Assembly.GetEntryAssembly()?.GetName().Name ?? "tests";
        GoldenTable.Report(assembly, Console.Out);
        GoldenTable.CheckWaiting(assembly);
    }

    /// <summary>The rows of one test process, as its file holds them.</summary>
    internal sealed record Rows(string Golden, GoldenRow[] Cases);
}
