namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>The collections that hold the strings of variable length. Each is looked through once.</summary>
internal sealed class GlobalHeap(FileBytes file)
{
    private const int MinimumSize = 4096;

    private readonly Dictionary<ulong, Dictionary<uint, ulong>> collections = [];
    private ulong referenced;

    /// <summary>Checks a string's place: its collection, its number in it, its length.</summary>
    public void CheckString(ByteReader place)
    {
        var length = place.U32();
        var address = place.U64();
        var index = place.U32();
        if (length == 0 && address is 0 or FileBytes.Undefined)
        {
            return;
        }

        if (!collections.TryGetValue(address, out var objects))
        {
            collections[address] = objects = ReadCollection(address, place.What);
        }

        if (!objects.TryGetValue(index, out var size) || length > size)
        {
            throw Hdf5Problem.Damaged($"{place.What} has a string of {length} bytes that is not in the global heap");
        }

        // Many references to one long string would make a small file large in memory.
        referenced += size;
        if (referenced > file.Length)
        {
            throw Hdf5Problem.Damaged($"the strings up to {place.What} are longer than the file");
        }
    }

    private Dictionary<uint, ulong> ReadCollection(ulong address, string what)
    {
        var head = file.ReadBlock(address, 16, "GCOL", $"the global heap of {what}");
        head.ExpectVersion(1);
        head.Skip(3);
        var length = head.U64();
        if (length < MinimumSize)
        {
            throw Hdf5Problem.Damaged($"{head.What} has {length} bytes");
        }

        var sizes = new Dictionary<uint, ulong>();
        var block = new ByteReader(file.Read(address, length, head.What), head.What);
        block.Skip(16);
        while (block.Remaining >= 16)
        {
            var index = block.U16();
            if (index == 0)
            {
                break;
            }

            block.Skip(6);
            var size = block.U64();
            if (size > (ulong)block.Remaining)
            {
                throw Hdf5Problem.Damaged($"an object of {head.What} has {size} bytes");
            }

            block.Skip(Math.Min((int)((size + 7) / 8 * 8), block.Remaining));
            sizes[index] = size;
        }

        return sizes;
    }
}
