using KerasSharp.Datasets;

namespace KerasSharp.Torch;

/// <summary>The one loader behind <see cref="torchvision.datasets"/>: torchvision's <c>root</c> first, then all that <c>keras.datasets</c> does.</summary>
internal static class VisionLoader
{
    /// <param name="name">Keras's name of the data set: what an application put behind its <c>load_data()</c> applies here too.</param>
    /// <param name="root">The folder that the user named.</param>
    /// <param name="download">Whether a download may be tried in the end.</param>
    /// <param name="find">Looks in one folder only.</param>
    /// <param name="load">Looks everywhere else.</param>
    public static DatasetArrays Load(
        string name, string root, bool download, Func<string, DatasetPlaces, DatasetArrays?> find, Func<DatasetPlaces, DatasetArrays> load)
    {
        var folder = Folder(root);
        var places = DatasetPlaces.FromEnvironment() with { MayDownload = download };
        try
        {
            return DatasetHooks.Apply(name, () => find(folder, places) ?? load(places));
        }
        catch (DatasetNotFoundError error) when (!download)
        {
            throw new RuntimeError($"Dataset not found. You can use download=True to download it (root: {folder}).\n{error.Message}", error);
        }
    }

    private static string Folder(string root)
    {
        if (root is null)
        {
            throw new TypeError("root should be the name of a folder, not None.");
        }

        if (root.Contains('\0', StringComparison.Ordinal))
        {
            throw new ValueError("root: embedded null character in path.");
        }

        var home = root == "~" || root.StartsWith("~/", StringComparison.Ordinal);
        return Path.GetFullPath(home ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + root[1..] : Path.Combine(".", root));
    }
}
