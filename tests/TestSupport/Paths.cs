using System.Reflection;

namespace KerasSharp.TestSupport;

/// <summary>Where the tests find things: the repository, the golden files, the shared data sets.</summary>
public static class Paths
{
    /// <summary>The root of this checkout, as the build knew it.</summary>
    public static string RepositoryRoot { get; } = typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>Reference values of real Keras: <c>KERASSHARP_GOLDEN</c>, else <c>tests/golden</c>.</summary>
    public static string Golden { get; } = Environment.GetEnvironmentVariable("KERASSHARP_GOLDEN") is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : Path.Combine(RepositoryRoot, "tests", "golden");

    /// <summary>The folder of real data sets (<c>KERASSHARP_DATASETS</c>), or null where this machine has none.</summary>
    public static string? Datasets { get; } = Environment.GetEnvironmentVariable("KERASSHARP_DATASETS") is { Length: > 0 } folder
        && Directory.Exists(folder) ? folder : null;
}
