using System.Formats.Tar;
using System.IO.Compression;

namespace KerasSharp.Datasets;

/// <summary>
/// Reads files out of a <c>.tar.gz</c> into memory: nothing is unpacked onto the disk, and an archive that tries what a data set never does
/// (names that lead elsewhere, links, devices, absurd sizes) is refused as a whole.
/// </summary>
internal static class TarArchive
{
    // CIFAR-100's largest file has 155 MB.
    private const long MaxBytes = 1 << 28;
    private const int MaxEntries = 1000;

    /// <summary>
    /// Hands the files whose names <paramref name="wanted"/> accepts to <paramref name="take"/>, in the archive's order.
    /// </summary>
    /// <param name="path">The archive.</param>
    /// <param name="wanted">Accepts a name such as <c>cifar-10-batches-bin/test_batch.bin</c>.</param>
    /// <param name="take">Takes name and content.</param>
    /// <exception cref="OSError">The file cannot be read, is no such archive, or is refused. The message names it and the reason.</exception>
    public static void Read(string path, Predicate<string> wanted, Action<string, byte[]> take)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            using var reader = new TarReader(unpacked);
            var entries = 0;
            while (reader.GetNextEntry() is { } entry)
            {
                Check(path, entry, ++entries);
                if (entry.EntryType is TarEntryType.Directory || !wanted(Name(entry)))
                {
                    continue;
                }

                var content = new byte[entry.Length];
                entry.DataStream?.ReadExactly(content);
                take(Name(entry), content);
            }
        }
        catch (Exception error) when (error is InvalidDataException or UnauthorizedAccessException or FormatException or (IOException and not OSError))
        {
            throw new OSError($"{path}: {error.Message}", error);
        }
    }

    private static string Name(TarEntry entry) => entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;

    private static void Check(string path, TarEntry entry, int number)
    {
        var parts = entry.Name.Split('/', '\\');
        var reason = parts.Contains("..") || Path.IsPathRooted(entry.Name) || entry.Name.Contains(':', StringComparison.Ordinal) ? "its name leads out of the archive"
            : entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.Directory or TarEntryType.ContiguousFile)
                ? $"it is a {entry.EntryType}, neither a file nor a folder"
            : entry.Length is < 0 or > MaxBytes ? $"it has {entry.Length} bytes, at most {MaxBytes} are expected"
            : number > MaxEntries ? $"it is one of more than {MaxEntries}" : null;
        if (reason is not null)
        {
            throw new OSError($"{path}: The archive is refused because of its entry '{entry.Name}': {reason}.");
        }
    }
}
