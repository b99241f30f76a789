using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp.Datasets;

/// <summary>
/// A data set in MNIST's form: four IDX files, or one <c>.npz</c> with the arrays <c>x_train</c>, <c>y_train</c>, <c>x_test</c>, <c>y_test</c>.
/// In turn: the folder that the user named, the cache (shared with Python's Keras), a download into the cache.
/// </summary>
/// <param name="Name">Keras's name of the module.</param>
/// <param name="Folders">Where the IDX files lie below a folder of data sets; the first is also their place in the cache.</param>
/// <param name="Files">Training images, training labels, test images, test labels.</param>
/// <param name="Npz">The one file that Keras downloads; null where there is none.</param>
internal sealed record IdxDataset(string Name, string[] Folders, RemoteFile[] Files, RemoteFile? Npz)
{
    private static readonly string[] Arrays = ["x_train", "y_train", "x_test", "y_test"];

    /// <summary>Loads the images and labels.</summary>
    /// <param name="places">Where data sets and their cache are.</param>
    /// <param name="npzName">The name of the <c>.npz</c> in the cache.</param>
    /// <param name="token">Cancels a download.</param>
    /// <exception cref="DatasetNotFoundError">The data set was not found and could not be downloaded.</exception>
    /// <exception cref="OSError">The folder that the user named holds a damaged file.</exception>
    public DatasetArrays Load(DatasetPlaces places, string? npzName, CancellationToken token)
    {
        var tried = new List<string>();
        return FromFolder(places, tried) ?? FromCache(places, npzName, tried) ?? FromDownload(places, npzName, tried, token)
            ?? throw new DatasetNotFoundError(Name, tried, Advice(places));
    }

    /// <summary>Reads the data set from <paramref name="folder"/>; null where it does not hold this data set.</summary>
    /// <exception cref="OSError">It holds a damaged file.</exception>
    public DatasetArrays? In(string folder, DatasetPlaces places) => FromFolder(places with { Folder = folder }, []);

    // What the user has named must be right: a damaged file there is an error, not a reason to look elsewhere.
    private DatasetArrays? FromFolder(DatasetPlaces places, List<string> tried)
    {
        if (places.Folder is not { } folder)
        {
            tried.Add($"{DatasetPlaces.FolderVariable} is not set");
            return null;
        }

        if (!Directory.Exists(folder))
        {
            tried.Add($"{Path.GetFullPath(folder)} ({DatasetPlaces.FolderVariable}): there is no such folder");
            return null;
        }

        var idx = Find(folder);
        if (idx is null || Array.Exists(idx, file => file is null))
        {
            var npz = Npz is null ? [] : new[] { "", Folders[0] }.Select(below => Path.Combine(folder, below, Npz.Name)).Where(File.Exists).ToArray();
            if (npz.Length > 0)
            {
                return ReadNpz(npz[0]);
            }

            tried.Add($"{Path.GetFullPath(folder)} ({DatasetPlaces.FolderVariable}): {Missing(idx)}");
            return null;
        }

        return ReadIdx(idx!);
    }

    private DatasetArrays? FromCache(DatasetPlaces places, string? npzName, List<string> tried)
    {
        try
        {
            if (Npz is not null && Path.Combine(places.Cache, npzName ?? Npz.Name) is var npz && File.Exists(npz))
            {
                // Keras checks the sum of what it finds, too, and fetches the file anew where it differs.
                if (Npz.Checksum!.Of(npz) is var found && found != Npz.Checksum.Hex)
                {
                    throw new OSError($"{npz}: The checksum is {found}, expected {Npz.Checksum}.");
                }

                return ReadNpz(npz);
            }

            var idx = Find(places.Cache);
            if (idx is not null && !Array.Exists(idx, file => file is null))
            {
                return ReadIdx(idx!);
            }

            tried.Add($"{places.Cache} (the cache): {(Npz is null ? "" : $"no {npzName ?? Npz.Name}, ")}{Missing(idx)}");
        }
        catch (OSError error)
        {
            places.Log.WriteLine($"The cached file is not usable, so it is not used: {error.Message}");
            tried.Add(error.Message);
        }

        return null;
    }

    private DatasetArrays? FromDownload(DatasetPlaces places, string? npzName, List<string> tried, CancellationToken token)
    {
        if (!places.MayDownload)
        {
            tried.Add("no download was wanted");
            return null;
        }

        using var downloader = places.Downloader();
        if (Npz is not null && Path.Combine(places.Cache, npzName ?? Npz.Name) is var npz && downloader.Fetch(Npz, npz, tried, token))
        {
            return ReadNpz(npz);
        }

        var idx = Array.ConvertAll(Files, file => Path.Combine(places.Cache, Folders[0], file.Name));
        for (var i = 0; i < idx.Length; i++)
        {
            // Of a download that broke off between two files, the first are there.
            var isThere = File.Exists(idx[i]) && Files[i].Checksum!.Matches(idx[i]);
            if (!isThere && !downloader.Fetch(Files[i], idx[i], tried, token))
            {
                return null;
            }
        }

        return ReadIdx(idx);
    }

    // The four files in the first folder that has any of them: packed, unpacked, or with the dot that some archives write.
    private string?[]? Find(string root) => Folders
        .Select(folder => Array.ConvertAll(Files, file => Names(file.Name).Select(name => Path.Combine(root, folder, name)).FirstOrDefault(File.Exists)))
        .FirstOrDefault(found => Array.Exists(found, file => file is not null));

    private static string[] Names(string packed)
    {
        var name = Path.GetFileNameWithoutExtension(packed);
        return [packed, name, name.Replace("-idx", ".idx", StringComparison.Ordinal)];
    }

    private string Missing(string?[]? found) => found is null
        ? $"no {Files[0].Name} in {string.Join(" or ", Folders.Select(folder => folder + "/"))}"
        : $"incomplete, there is no {string.Join(", ", Files.Where((_, i) => found[i] is null).Select(file => file.Name))}";

    private static DatasetArrays ReadIdx(string[] paths)
    {
        var arrays = new NDArray[paths.Length];
        InParallel.Run(paths.Length, i => arrays[i] = IdxFile.Read(paths[i], rank: i % 2 == 0 ? 3 : 1));
        return Checked(arrays, i => paths[i]);
    }

    private static DatasetArrays ReadNpz(string path) => Checked(NpzFile.Read(path, Arrays), i => $"{path}, {Arrays[i]}");

    // Files that are whole each for itself may still not belong together.
    private static DatasetArrays Checked(NDArray[] arrays, Func<int, string> name)
    {
        for (var i = 0; i < arrays.Length; i += 2)
        {
            if (arrays[i].ndim != 3 || arrays[i + 1].ndim != 1 || arrays[i].shape[0] != arrays[i + 1].shape[0])
            {
                throw new OSError($"{name(i)} has the shape {Text(arrays[i])}, {name(i + 1)} {Text(arrays[i + 1])}: expected as many labels as images.");
            }
        }

        return new(arrays[0], arrays[1], arrays[2], arrays[3]);
    }

    private static string Text(NDArray array) => array.ndim == 1 ? $"({array.shape[0]},)" : $"({string.Join(", ", array.shape)})";

    private string Advice(DatasetPlaces places) =>
        $"To go on without a network, put {string.Join(", ", Files.Select(file => file.Name))} into {Path.Combine(places.Cache, Folders[0])}, "
        + $"or into {Folders[0]}/ below a folder that {DatasetPlaces.FolderVariable} names{(Npz is null ? "" : $"; {Npz.Name} in the cache folder serves as well")}.";
}
