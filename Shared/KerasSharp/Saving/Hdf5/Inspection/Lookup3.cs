using System.Buffers.Binary;

namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>The checksum of HDF5's newer structures: Bob Jenkins's hash "lookup3" with the start value 0.</summary>
internal static class Lookup3
{
    public static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var a = 0xdeadbeef + (uint)bytes.Length;
        var (b, c) = (a, a);
        if (bytes.IsEmpty)
        {
            return c;
        }

        for (; bytes.Length > 12; bytes = bytes[12..])
        {
            Add(bytes, ref a, ref b, ref c);
            Step(ref a, c, ref c, ref b, 4);
            Step(ref b, a, ref a, ref c, 6);
            Step(ref c, b, ref b, ref a, 8);
            Step(ref a, c, ref c, ref b, 16);
            Step(ref b, a, ref a, ref c, 19);
            Step(ref c, b, ref b, ref a, 4);
        }

        Span<byte> rest = stackalloc byte[12];
        rest.Clear();
        bytes.CopyTo(rest);
        Add(rest, ref a, ref b, ref c);
        Finish(ref c, b, 14);
        Finish(ref a, c, 11);
        Finish(ref b, a, 25);
        Finish(ref c, b, 16);
        Finish(ref a, c, 4);
        Finish(ref b, a, 14);
        Finish(ref c, b, 24);
        return c;
    }

    private static void Add(ReadOnlySpan<byte> block, ref uint a, ref uint b, ref uint c)
    {
        a += BinaryPrimitives.ReadUInt32LittleEndian(block);
        b += BinaryPrimitives.ReadUInt32LittleEndian(block[4..]);
        c += BinaryPrimitives.ReadUInt32LittleEndian(block[8..]);
    }

    // x -= y; x ^= rotate(y, bits); y += z
    private static void Step(ref uint x, uint y, ref uint sum, ref uint z, int bits)
    {
        x -= y;
        x ^= uint.RotateLeft(y, bits);
        sum = y + z;
    }

    private static void Finish(ref uint x, uint y, int bits)
    {
        x ^= y;
        x -= uint.RotateLeft(y, bits);
    }
}
