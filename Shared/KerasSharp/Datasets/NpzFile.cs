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
    public static NDArray[] Read(string path, params string[] names) => Read(path, names, ToArray);

    /// <summary>The bytes of these arrays of bytes.</summary>
    /// <exception cref="OSError">As for <see cref="Read(string, string[])"/>; or an array has another dtype.</exception>
    public static byte[][] ReadBytes(string path, params string[] names) => Read(path, names, (stream, header, where) =>
        header.Type == NPTypeCode.Byte ? Bytes(stream, header, where) : throw new OSError($"{where}: The dtype is {header.Type}, expected uint8."));

    private static T[] Read<T>(string path, string[] names, Func<Stream, NpyHeader, string, T> take)
    {
        var arrays = new T[names.Length];
        try
        {
            InParallel.Run(names.Length, i => arrays[i] = ReadOne(path, names[i], take));
        }
        catch (Exception error) when (error is InvalidDataException or UnauthorizedAccessException or (IOException and not OSError))
        {
            throw new OSError($"{path}: {error.Message}", error);
        }

        return arrays;
    }

    // An archive is not thread-safe: each array opens its own.
    private static T ReadOne<T>(string path, string name, Func<Stream, NpyHeader, string, T> take)
    {
        using var archive = ZipFile.OpenRead(path);
        var entry = archive.GetEntry(name + ".npy")
            ?? throw new OSError($"{path}: There is no array '{name}', only: {string.Join(", ", archive.Entries.Take(10).Select(e => e.FullName))}.");
        var where = $"{path}, {entry.FullName}";
        using var stream = entry.Open();
        var header = NpyHeader.Read(stream, where, name);
        return header.DataBytes <= MaxBytes && header.DataBytes <= (UInt128)entry.Length ? take(stream, header, where) : throw new OSError(
            $"{where}: The header declares {string.Join(" x ", header.Shape)} items of {header.ItemSize} bytes, the entry has {entry.Length} bytes.");
    }

    private static NDArray ToArray(Stream stream, NpyHeader header, string where)
    {
        if (header.Type == NPTypeCode.Byte)
        {
            return new NDArray(Bytes(stream, header, where), new Shape(header.Shape)); // images: no copy
        }

        var array = new NDArray(header.Type, new Shape(header.Shape), false);
        unsafe
        {
            Fill(stream, new Span<byte>((byte*)array.Unsafe.Address, (int)header.DataBytes), where);
        }

        return array;
    }

    private static byte[] Bytes(Stream stream, NpyHeader header, string where)
    {
        var data = new byte[(int)header.DataBytes];
        Fill(stream, data, where);
        return data;
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
