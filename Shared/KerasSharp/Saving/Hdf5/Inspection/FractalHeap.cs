using System.Numerics;

namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>
/// The heap in which the newer form keeps many members or attributes: messages in blocks, whose sizes double from row to row.
/// Blocks of blocks (above half a megabyte) and objects outside the blocks are not read.
/// </summary>
internal sealed class FractalHeap
{
    private readonly FileBytes file;
    private readonly string what;
    private readonly int offsetBytes;
    private readonly int lengthBytes;
    private readonly int blockHeaderSize;
    private readonly List<Block> blocks = [];

    public FractalHeap(FileBytes file, ulong address, string what)
    {
        this.file = file;
        this.what = what;
        var header = file.ReadChecksummed(address, 146, "FRHP", what);
        header.ExpectVersion(0);
        IdSize = header.U16();
        var filterSize = header.U16();
        var hasChecksums = (header.U8() & 2) != 0;
        header.Skip(4 + (12 * 8));
        var (width, start, largest) = (header.U16(), header.U64(), header.U64());
        var addressBits = header.U16();
        header.Skip(2);
        var (root, rows) = (header.U64(), header.U16());

        // The tables that a reader makes of these: at most 64 rows of at most 64 blocks, from 512 bytes to a megabyte.
        var isSane = filterSize == 0 && BitOperations.IsPow2(width) && width <= 64 && BitOperations.IsPow2(start) && BitOperations.IsPow2(largest)
            && start is >= 512 and <= 1 << 20 && largest >= start && largest <= 1 << 20
            && addressBits <= 64 && addressBits > BitOperations.Log2(start) + BitOperations.Log2(width);
        var directRows = isSane ? BitOperations.Log2(largest) - BitOperations.Log2(start) + 2 : 0;
        if (!isSane || rows > directRows)
        {
            throw Hdf5Problem.Unsupported($"{what} has {rows} rows of {width} blocks from {start} to {largest} bytes");
        }

        offsetBytes = (addressBits + 7) / 8;
        lengthBytes = (BitOperations.Log2(largest - 1) / 8) + 1;
        blockHeaderSize = 13 + offsetBytes + (hasChecksums ? 4 : 0);
        ReadBlocks(root, rows, width, start);
    }

    /// <summary>How many bytes point to an object.</summary>
    public int IdSize { get; }

    /// <summary>The object that <paramref name="id"/> points to.</summary>
    public ByteReader Read(ByteReader id)
    {
        if (IdSize != 1 + offsetBytes + lengthBytes || id.U8() != 0)
        {
            throw Hdf5Problem.Unsupported($"{what} has an object outside its blocks");
        }

        var (offset, length) = (id.Unsigned(offsetBytes), id.Unsigned(lengthBytes));
        var block = blocks.FirstOrDefault(b => offset >= b.Offset && offset - b.Offset < b.Size);
        var at = offset - block.Offset;
        if (at < (ulong)blockHeaderSize || length > block.Size - at)
        {
            throw Hdf5Problem.Damaged($"{what} has no object at {offset}");
        }

        return new ByteReader(file.Read(block.Address + at, length, what), what);
    }

    private void ReadBlocks(ulong root, int rows, int width, ulong start)
    {
        if (rows == 0)
        {
            Add(new Block(root, 0, start));
            return;
        }

        var table = file.ReadChecksummed(root, (ulong)(13 + offsetBytes + (8 * rows * width) + 4), "FHIB", what);
        table.ExpectVersion(0);
        table.Skip(8 + offsetBytes);
        var offset = 0UL;
        for (var i = 0; i < rows * width; i++)
        {
            // Rows 0 and 1 have blocks of the first size; from there it doubles.
            var size = start << Math.Max((i / width) - 1, 0);
            var address = table.U64();
            if (address != FileBytes.Undefined)
            {
                Add(new Block(address, offset, size));
            }

            offset += size;
        }
    }

    private void Add(Block block)
    {
        file.Check(block.Address, block.Size, what);
        var head = file.ReadBlock(block.Address, (ulong)blockHeaderSize, "FHDB", what);
        head.ExpectVersion(0);
        head.Skip(8);
        if (head.Unsigned(offsetBytes) != block.Offset)
        {
            throw Hdf5Problem.Damaged($"{what} has a block in a wrong place");
        }

        blocks.Add(block);
    }

    private readonly record struct Block(ulong Address, ulong Offset, ulong Size);
}
