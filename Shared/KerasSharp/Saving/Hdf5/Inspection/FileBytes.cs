using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>The bytes of a file by address. Nothing outside the file is ever read, and nothing larger than the file allocated.</summary>
internal sealed class FileBytes(SafeFileHandle handle)
{
    public const ulong Undefined = ulong.MaxValue;

    public ulong Length { get; } = (ulong)RandomAccess.GetLength(handle);

    /// <summary>Refuses a range that does not lie inside the file.</summary>
    public void Check(ulong address, ulong length, string what)
    {
        if (address > Length || length > Length - address)
        {
            throw Hdf5Problem.Damaged($"{what} at {address} with {length} bytes does not lie inside the file's {Length} bytes");
        }
    }

    /// <summary>The bytes of a range.</summary>
    public byte[] Read(ulong address, ulong length, string what)
    {
        Check(address, length, what);
        if (length > (ulong)Array.MaxLength)
        {
            throw Hdf5Problem.Damaged($"{what} has {length} bytes");
        }

        var bytes = new byte[length];
        for (var done = 0; done < bytes.Length;)
        {
            var count = RandomAccess.Read(handle, bytes.AsSpan(done), (long)address + done);
            done += count > 0 ? count : throw Hdf5Problem.Damaged($"{what} cannot be read whole");
        }

        return bytes;
    }

    /// <summary>As <see cref="ReadBlock"/>, where the last four bytes are a checksum of all before them. It is not part of what is returned.</summary>
    public ByteReader ReadChecksummed(ulong address, ulong length, string signature, string what)
    {
        var bytes = Read(address, length, what);
        var reader = new ByteReader(bytes.AsMemory(..^4), what);
        reader.Expect(signature);
        return Lookup3.Hash(bytes.AsSpan(..^4)) == BitConverter.ToUInt32(bytes, bytes.Length - 4) ? reader
            : throw Hdf5Problem.Damaged($"{what} has a wrong checksum");
    }

    /// <summary>A cursor over a range that begins with a four-letter signature, behind that signature.</summary>
    public ByteReader ReadBlock(ulong address, ulong length, string signature, string what)
    {
        var reader = new ByteReader(Read(address, length, what), what);
        reader.Expect(signature);
        return reader;
    }
}
