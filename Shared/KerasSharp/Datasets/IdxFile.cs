using System.Buffers.Binary;
using System.IO.Compression;
using NumSharp;

namespace KerasSharp.Datasets;

/// <summary>
/// Reads IDX, the format of MNIST: a magic number (two zeros, the type 8 for unsigned bytes, the number of dimensions), each dimension
/// as a big-endian 32-bit number, then the bytes, row-major. Packed with gzip or not, which the content tells.
/// </summary>
internal static class IdxFile
{
    // Far above every data set in this format (Fashion-MNIST and MNIST: 47 MB), far below what would hurt.
    private const long MaxBytes = 1 << 30;

    // DEFLATE packs at most 1032 bytes into one.
    private const long MaxRatio = 1032;

    /// <summary>The array in the file: uint8, with <paramref name="rank"/> dimensions.</summary>
    /// <exception cref="OSError">The file cannot be read, or is not such a file. The message names it, what was expected, and what was found.</exception>
    public static NDArray Read(string path, int rank)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (!IsGzip(file))
            {
                return Read(path, file, rank, file.Length);
            }

            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            return Read(path, unpacked, rank, null, file.Length);
        }
        catch (Exception error) when (error is InvalidDataException or UnauthorizedAccessException or (IOException and not OSError))
        {
            throw new OSError($"{path}: {error.Message}", error);
        }
    }

    private static bool IsGzip(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        var read = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && start is [0x1F, 0x8B];
    }

    private static NDArray Read(string path, Stream stream, int rank, long? length, long packed = 0)
    {
        var header = new byte[4 + (4 * rank)];
        var read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        var magic = read < 4 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(header);
        var expected = 0x0800u + (uint)rank;
        if (read >= 4 && magic != expected)
        {
            throw new OSError($"{path}: The magic number is 0x{magic:x8}, expected 0x{expected:x8} ({Number(rank)} of unsigned bytes).");
        }

        if (read < header.Length)
        {
            throw new OSError($"{path}: The header has {header.Length} bytes, the file has {read}.");
        }

        var dims = new uint[rank];
        UInt128 product = 1;
        for (var axis = 0; axis < rank; axis++)
        {
            dims[axis] = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 + (4 * axis)));
            product *= dims[axis];
        }

        var declared = string.Join(" x ", dims);
        var rest = length - header.Length;
        if (product > MaxBytes || (rest is null && product > (UInt128)(packed * MaxRatio)))
        {
            throw new OSError($"{path}: The header declares {declared} bytes, the file has {rest ?? packed}{(rest is null ? ", packed" : "")}.");
        }

        if (product == 0)
        {
            throw new OSError($"{path}: The header declares {declared} bytes of data, there must be some.");
        }

        if (rest is { } there && product != (UInt128)there)
        {
            throw Length(there);
        }

        var data = new byte[(int)product];
        var got = stream.ReadAtLeast(data, data.Length, throwOnEndOfStream: false);
        if (got < data.Length)
        {
            throw Length(got);
        }

        if (stream.ReadByte() >= 0)
        {
            throw new OSError($"{path}: The header declares {declared} = {data.Length} bytes of data, the file has more.");
        }

        return new NDArray(data, new Shape(Array.ConvertAll(dims, d => (long)d)));

        OSError Length(long found) => new($"{path}: The header declares {declared} = {product} bytes of data, the file has {found}.");
    }

    private static string Number(int rank) => rank switch { 1 => "one dimension", 2 => "two dimensions", 3 => "three dimensions", _ => $"{rank} dimensions" };
}
