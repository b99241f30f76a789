using KerasSharp.TestSupport;

namespace KerasSharp.Tests.Parts;

/// <summary>Part 1 as a reader runs it, with the real data where a test needs them.</summary>
internal static class Part1Process
{
    private const string Name = "Part1.Datasets";

    public static Task<(int ExitCode, string Output, string Error)> RunPart1Async(this PartProcess process, params string[] args) =>
        process.RunAsync(Name, args, Settings(process), cancellation: TestContext.Current.CancellationToken);

    /// <summary>As <see cref="RunPart1Async"/>; skipped where the file of real data is not here, and failed where it has to be.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunPart1OnAsync(this PartProcess process, string file, params string[] args)
    {
        Need(file);
        return process.RunAsync(Name, args, [.. Settings(process), ("KERASSHARP_DATASETS", Paths.Datasets)], cancellation: TestContext.Current.CancellationToken);
    }

    public static void Need(string file)
    {
        if (RealData.Missing(file) is { } reason)
        {
            Assert.False(RealData.MustBeThere, reason);
            Assert.Skip(reason);
        }
    }

    /// <summary>What the Python twin prints, run with NumPy over the same data.</summary>
    public static string Expected(string block) =>
        File.ReadAllText(Path.Combine(Paths.RepositoryRoot, "tests", "Parts.Tests", "Part1", "Expected", block + ".txt"));

    public static string FigureOf(this PartProcess process, string block) =>
        Path.Combine(process.Folder.FullName, "output", Name, "figures", block, "figure_01.png");

    // The project folder must not land in the home of whoever runs the tests.
    private static (string, string?)[] Settings(PartProcess process)
    {
        var home = process.Folder.CreateSubdirectory("home").FullName;
        return [("HOME", home), ("USERPROFILE", home)];
    }
}
