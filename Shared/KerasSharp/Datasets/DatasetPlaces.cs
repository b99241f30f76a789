using KerasSharp.Utils;

namespace KerasSharp.Datasets;

/// <summary>Where data sets are looked for, and where messages go: from the environment, or as a test sets it.</summary>
internal sealed record DatasetPlaces(string? Folder, string Cache, TextWriter Log, Func<Downloader> Downloader)
{
    /// <summary>The environment variable that names a folder of data sets.</summary>
    public const string FolderVariable = "KERASSHARP_DATASETS";

    /// <summary>Whether a data set may be downloaded. Where it may not, only folders and the cache are searched.</summary>
    public bool MayDownload { get; init; } = true;

    /// <summary>
    /// <c>KERASSHARP_DATASETS</c>; <c>datasets</c> below <c>KERAS_HOME</c>, else <c>~/.keras</c>, as Keras has it; standard error.
    /// </summary>
    public static DatasetPlaces FromEnvironment()
    {
        var home = Variable("KERAS_HOME") ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".keras");
        return new(Variable(FolderVariable), Path.Combine(home, "datasets"), Console.Error, () => new(Console.Error, redraw: !Console.IsErrorRedirected));
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
