using KerasSharp.Utils;

namespace KerasSharp.Datasets;

/// <summary>
/// CIFAR-10 or CIFAR-100: in the official binary form or in Python's pickles, unpacked or as an archive. In turn: the folder that the user named,
/// the cache (shared with Python's Keras), a download into the cache.
/// </summary>
/// <param name="Name">Keras's name of the module.</param>
/// <param name="Folder">Where the data set lies below a folder of data sets; there itself is right as well.</param>
/// <param name="Forms">How it is published, the one that is downloaded first in front.</param>
internal sealed record CifarDataset(string Name, string Folder, params CifarForm[] Forms)
{
    /// <summary>Loads the images with one kind of label.</summary>
    /// <param name="places">Where data sets and their cache are.</param>
    /// <param name="label">Which label: its position before each image, and its name in pickles.</param>
    /// <param name="token">Cancels a download.</param>
    /// <exception cref="DatasetNotFoundError">The data set was not found and could not be downloaded.</exception>
    /// <exception cref="OSError">The folder that the user named holds a damaged file.</exception>
    public CifarImages Load(DatasetPlaces places, CifarLabel label, CancellationToken token)
    {
        var tried = new List<string>();
        return FromFolder(places, label, tried) ?? FromCache(places, label, tried) ?? FromDownload(places, label, tried, token)
            ?? throw new DatasetNotFoundError(Name, tried, Advice(places));
    }

    /// <summary>Reads the data set from <paramref name="folder"/>; null where it does not hold this data set.</summary>
    /// <exception cref="OSError">It holds a damaged file.</exception>
    public CifarImages? In(string folder, DatasetPlaces places, CifarLabel label) => FromFolder(places with { Folder = folder }, label, []);

    // What the user has named must be right: a damaged file there is an error, not a reason to look elsewhere.
    private CifarImages? FromFolder(DatasetPlaces places, CifarLabel label, List<string> tried)
    {
        if (places.Folder is not { } folder)
        {
            tried.Add($"{DatasetPlaces.FolderVariable} is not set");
            return null;
        }

        if (Candidates(Path.Combine(folder, Folder)).Concat(Candidates(folder)).ToArray() is [var found, ..])
        {
            return ArrayCache.Load(places, found.Path, label.Key, () => found.Form.Read(found.Path, label));
        }

        tried.Add($"{Path.GetFullPath(folder)} ({DatasetPlaces.FolderVariable}): {Missing($" in {Folder}/ or beside it")}");
        return null;
    }

    private CifarImages? FromCache(DatasetPlaces places, CifarLabel label, List<string> tried)
    {
        var isThere = false;
        foreach (var (form, path) in Candidates(places.Cache))
        {
            isThere = true;
            try
            {
                return ArrayCache.Load(places, path, label.Key, () => form.Read(path, label));
            }
            catch (OSError error)
            {
                places.Log.WriteLine($"The cached file is not usable, so it is not used: {error.Message}");
                tried.Add(error.Message);
            }
        }

        if (!isThere)
        {
            tried.Add($"{places.Cache} (the cache): {Missing("")}");
        }

        return null;
    }

    private CifarImages? FromDownload(DatasetPlaces places, CifarLabel label, List<string> tried, CancellationToken token)
    {
        if (!places.MayDownload)
        {
            tried.Add("no download was wanted");
            return null;
        }

        using var downloader = places.Downloader();
        foreach (var form in Forms)
        {
            var archive = Path.Combine(places.Cache, form.CachedArchive);
            if (downloader.Fetch(form.Archive, archive, tried, token))
            {
                return ArrayCache.Load(places, archive, label.Key, () => form.Read(archive, label));
            }
        }

        return null;
    }

    // Unpacked files come first: they are quicker.
    private IEnumerable<(CifarForm Form, string Path)> Candidates(string root) => Forms
        .Select(form => (Form: form, Path: Path.Combine(root, form.Folder)))
        .Where(candidate => candidate.Form.Files.All(file => File.Exists(Path.Combine(candidate.Path, file))))
        .Concat(Forms.SelectMany(form => new[] { form.Archive.Name, form.CachedArchive }.Distinct().Select(name => (Form: form, Path: Path.Combine(root, name))))
            .Where(candidate => File.Exists(candidate.Path)));

    private string Missing(string where) => "no " + string.Join(", no ", Forms.SelectMany(form => new[] { form.Folder + "/", form.Archive.Name })) + where;

    private string Advice(DatasetPlaces places) =>
        $"To go on without a network, put {string.Join(" or ", Forms.Select(form => form.Archive.Name))} into {places.Cache}, "
        + $"or into {Folder}/ below a folder that {DatasetPlaces.FolderVariable} names.";
}
