using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Saving;

/// <summary>The model files of the golden folder, as far as it has them.</summary>
internal static class GoldenModelFolder
{
    /// <summary>The sound files of a name or pattern, with forward slashes, relative to the golden folder; in order.</summary>
    public static string[] Files(string pattern)
    {
        var folder = Path.Combine(Paths.Golden, "models");
        return !Directory.Exists(folder) ? []
            : [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Paths.Golden, f).Replace('\\', '/'))
                .Where(f => !f.StartsWith("models/bad/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
