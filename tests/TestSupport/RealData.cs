namespace KerasSharp.TestSupport;

/// <summary>Tests that need real data sets: where a user has none they are skipped with a reason, in CI they fail.</summary>
public static class RealData
{
    /// <summary>Why such a test cannot run here; null if it can.</summary>
    public static string? Missing(string file) =>
        Paths.Datasets is { } folder && File.Exists(Path.Combine(folder, file)) ? null
        : $"needs {file} in the folder that KERASSHARP_DATASETS names";

    /// <summary>Whether a missing thing is a failure: CI has everything.</summary>
    public static bool MustBeThere { get; } = Environment.GetEnvironmentVariable("KERASSHARP_CI") is { Length: > 0 };
}
