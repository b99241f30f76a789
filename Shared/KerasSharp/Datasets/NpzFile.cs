using System.IO.Compression;
using NumSharp;

namespace KerasSharp.Datasets;

/// <summary>
/// Reads NumPy's <c>.npz</c>: a zip archive with one <c>NAME.npy</c> per array. Arrays of numbers only: nothing in such a file is executed.
/// </summary>
internal static class NpzFile
{
    // Keras's largest .npz data set has 55 MB.
    private const long MaxBytes = 1 << 30;

    /// <summary>The arrays of these names, read in parallel.</summary>
    /// <exception cref="OSError">The file cannot be read, or is not such a file. The message names it, what was expected, and what was found.</exception>
    public static NDArray[] Read(string path, params string[] names)
    {
        var arrays = new NDArray[names.Length];
        try
        {
            InParallel.Run(names.Length, i => arrays[i] = ReadOne(path, names[i]));
        }
        catch (Exception error) when (error is InvalidDataException or UnauthorizedAccessException or (IOException and not OSError))
        {
            throw new OSError($"{path}: {error.Message}", error);
        }

        return arrays;
    }

    // An archive is not thread-safe: each array opens its own.
    private static NDArray ReadOne(string path, string name)
    {
        using var archive = ZipFile.OpenRead(path);
        var entry = archive.GetEntry(name + ".npy")
            ?? throw new OSError($"{path}: There is no array '{name}', only: {string.Join(", ", archive.Entries.Take(10).Select(e => e.FullName))}.");
        var where = $"{path}, {entry.FullName}";
        using var stream = entry.Open();
        var header = NpyHeader.Read(stream, where, name);
        if (header.DataBytes > MaxBytes || header.DataBytes > (UInt128)entry.Length)
        {
            throw new OSError($"{where}: The header declares {string.Join(" x ", header.Shape)} items of {header.ItemSize} bytes, the entry has {entry.Length} bytes.");
        }

        var bytes = (int)header.DataBytes;
        if (header.Type == NPTypeCode.Byte)
        {
            // Images: no copy.
            var data = new byte[bytes];
            Fill(stream, data, where);
            return new NDArray(data, new Shape(header.Shape));
        }

        var array = new NDArray(header.Type, new Shape(header.Shape), false);
        unsafe
        {
            Fill(stream, new Span<byte>((byte*)array.Unsafe.Address, bytes), where);
        }

        return array;
    }

    private static void Fill(Stream stream, Span<byte> data, string where)
    {
        var got = stream.ReadAtLeast(data, data.Length, throwOnEndOfStream: false);
        if (got < data.Length || stream.ReadByte() >= 0)
        {
            throw new OSError($"{where}: The header declares {data.Length} bytes of data, the entry has {(got < data.Length ? $"{got}" : "more")}.");
        }
    }
}
