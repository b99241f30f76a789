using System.Buffers.Binary;
using System.Text;

namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>A cursor over a block of a file, little-endian. Reading beyond the block is damage, not a crash.</summary>
internal sealed class ByteReader(ReadOnlyMemory<byte> bytes, string what)
{
    public int Position { get; private set; }

    public int Remaining => bytes.Length - Position;

    public string What => what;

    public byte U8() => Take(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong U64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    /// <summary>An unsigned number of 1 to 8 bytes.</summary>
    public ulong Unsigned(int size)
    {
        var value = 0UL;
        var part = Take(size);
        for (var i = size - 1; i >= 0; i--)
        {
            value = (value << 8) | part[i];
        }

        return value;
    }

    public void Skip(int count) => Take(count);

    /// <summary>The next bytes as a cursor of their own.</summary>
    public ByteReader Part(int count, string partName)
    {
        Take(count);
        return new ByteReader(bytes.Slice(Position - count, count), partName);
    }

    /// <summary>A text of so many bytes, without the zeros behind it.</summary>
    public string Text(int count) => Encoding.UTF8.GetString(Take(count).TrimEnd((byte)0));

    /// <summary>A text up to its zero byte, from the start of <paramref name="offset"/>.</summary>
    public string TextAt(ulong offset)
    {
        if (offset >= (ulong)bytes.Length || bytes.Span[(int)offset..].IndexOf((byte)0) is var length && length < 0)
        {
            throw Hdf5Problem.Damaged($"a name in {what} does not end");
        }

        return Encoding.UTF8.GetString(bytes.Span.Slice((int)offset, length));
    }

    public void Expect(string signature)
    {
        if (!Take(signature.Length).SequenceEqual(Encoding.Latin1.GetBytes(signature)))
        {
            throw Hdf5Problem.Damaged($"{what} does not begin with {signature}");
        }
    }

    public void ExpectVersion(byte version)
    {
        if (U8() is var found && found != version)
        {
            throw Hdf5Problem.Damaged($"{what} has version {found} instead of {version}");
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)Remaining)
        {
            throw Hdf5Problem.Damaged($"{what} ends early");
        }

        Position += count;
        return bytes.Span.Slice(Position - count, count);
    }
}
