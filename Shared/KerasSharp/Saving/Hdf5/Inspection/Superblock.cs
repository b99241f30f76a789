namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>The start of a file: its signature, its declared end, and the address of the root group.</summary>
internal static class Superblock
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>The address of the root group's header.</summary>
    public static ulong ReadRoot(FileBytes file)
    {
        const string what = "the superblock";
        if (file.Length < 8 || !file.Read(0, 8, what).AsSpan().SequenceEqual(Signature))
        {
            var found = file.Length == 0 ? "the file is empty" : "the file does not begin as an HDF5 file does";
            throw new Hdf5Problem($"file signature not found: {found}");
        }

        var version = file.Read(8, 1, what)[0];
        return version switch
        {
            0 or 1 => ReadOld(file, new ByteReader(file.Read(0, version == 0 ? 96u : 100u, what), what), version),
            2 or 3 => ReadNew(file, file.Read(0, 48, what), what),
            _ => throw Hdf5Problem.Unsupported($"{what} has version {version}"),
        };
    }

    private static ulong ReadOld(FileBytes file, ByteReader block, int version)
    {
        block.Skip(13);
        CheckSizes(block);
        block.Skip(version == 0 ? 9 : 13);
        var baseAddress = block.U64();
        block.Skip(8);
        CheckEnd(file, baseAddress, block.U64());
        if (block.U64() != FileBytes.Undefined)
        {
            throw Hdf5Problem.Unsupported("the superblock names a file driver");
        }

        block.Skip(8);
        return block.U64();
    }

    private static ulong ReadNew(FileBytes file, byte[] bytes, string what)
    {
        var block = new ByteReader(bytes, what);
        if (Lookup3.Hash(bytes.AsSpan(0, 44)) != BitConverter.ToUInt32(bytes, 44))
        {
            throw Hdf5Problem.Damaged($"{what} has a wrong checksum");
        }

        block.Skip(9);
        CheckSizes(block);
        block.Skip(1);
        var baseAddress = block.U64();
        block.Skip(8);
        CheckEnd(file, baseAddress, block.U64());
        return block.U64();
    }

    private static void CheckSizes(ByteReader block)
    {
        var sizes = (block.U8(), block.U8());
        if (sizes != (8, 8))
        {
            throw Hdf5Problem.Unsupported($"the superblock has addresses and lengths of {sizes} bytes");
        }
    }

    private static void CheckEnd(FileBytes file, ulong baseAddress, ulong end)
    {
        if (baseAddress != 0)
        {
            throw Hdf5Problem.Unsupported($"the file begins at its byte {baseAddress}");
        }

        if (end > file.Length)
        {
            throw new Hdf5Problem($"truncated file: eof = {file.Length}, sblock->base_addr = {baseAddress}, stored_eof = {end}");
        }
    }
}
