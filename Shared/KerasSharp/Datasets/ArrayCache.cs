using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace KerasSharp.Datasets;

/// <summary>
/// Keeps what was read from an archive, unpacked and in Keras's order, as <c>kerassharp/NAME-….npz</c> in the cache folder (184 MB for CIFAR): unpacking takes
/// most of the time. An entry belongs to one archive as it was then (path, length, time of writing); an entry whose archive is gone is deleted.
/// </summary>
internal static class ArrayCache
{
    private static readonly string[] Names = ["x_train", "y_train", "x_test", "y_test"];

    /// <summary>The entry of an archive. Where there is none, the archive is read and the result is kept. Nothing is kept of a folder.</summary>
    /// <param name="places">Where data sets and their cache are.</param>
    /// <param name="path">The archive, or a folder with its files.</param>
    /// <param name="kind">What was taken from the archive: which labels.</param>
    /// <param name="read">Reads the archive.</param>
    public static CifarImages Load(DatasetPlaces places, string path, string kind, Func<CifarImages> read)
    {
        if (Directory.Exists(path))
        {
            return read();
        }

        var folder = Path.Combine(places.Cache, "kerassharp");
        var name = $"{Path.GetFileName(path)}-{kind}-";
        var entry = Path.Combine(folder, name + Fingerprint(path) + ".npz");
        if (File.Exists(entry) && TryRead(entry) is { } kept)
        {
            return kept;
        }

        var images = read();
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var old in Directory.EnumerateFiles(folder, name + "*"))
            {
                File.Delete(old);
            }

            Write(entry, images);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            places.Log.WriteLine($"The unpacked data are not kept for the next time: {error.Message}");
        }

        return images;
    }

    private static string Fingerprint(string path)
    {
        var file = new FileInfo(path);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.FullName}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}")))[..16];
    }

    // A damaged entry is no loss: the archive is there.
    private static CifarImages? TryRead(string entry)
    {
        try
        {
            return NpzFile.ReadBytes(entry, Names) is [var images, var labels, var testImages, var testLabels]
                && images.Length == labels.Length * CifarBatch.ImageBytes && testImages.Length == testLabels.Length * CifarBatch.ImageBytes
                ? new(images, labels, testImages, testLabels) : null;
        }
        catch (OSError)
        {
            return null;
        }
    }

    private static void Write(string entry, CifarImages images)
    {
        var part = $"{entry}.{Environment.ProcessId}.part";
        try
        {
            using (var archive = ZipFile.Open(part, ZipArchiveMode.Create))
            {
                foreach (var (name, data) in Names.Zip([images.TrainImages, images.TrainLabels, images.TestImages, images.TestLabels]))
                {
                    using var stream = archive.CreateEntry(name + ".npy", CompressionLevel.NoCompression).Open();
                    stream.Write(NpyHeader.OfBytes(name[0] == 'x' ? [data.Length / CifarBatch.ImageBytes, 32, 32, 3] : [data.Length, 1]));
                    stream.Write(data);
                }
            }

            File.Move(part, entry, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
