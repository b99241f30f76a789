namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>A link of a group: a name, and the address of its object's header.</summary>
internal readonly record struct HardLink(string Name, ulong Address);

/// <summary>The members of a group in the older form: a B-tree over symbol nodes, the names in a local heap.</summary>
internal sealed class SymbolTable
{
    private const int EntrySize = 40;

    private readonly FileBytes file;
    private readonly string what;
    private readonly ByteReader names;
    private readonly HashSet<ulong> seen = [];
    private readonly List<HardLink> links = [];

    private SymbolTable(FileBytes file, ulong heapAddress, string path)
    {
        this.file = file;
        what = $"the list of members of '{path}'";
        var heap = file.ReadBlock(heapAddress, 32, "HEAP", what);
        heap.ExpectVersion(0);
        heap.Skip(3);
        var size = heap.U64();
        heap.Skip(8);
        names = new ByteReader(file.Read(heap.U64(), size, what), what);
    }

    /// <summary>All members, in the order of their names. Links that are not hard are refused.</summary>
    public static List<HardLink> Read(FileBytes file, ulong treeAddress, ulong heapAddress, string path)
    {
        var table = new SymbolTable(file, heapAddress, path);
        table.ReadNode(treeAddress, null);
        return table.links;
    }

    // Levels fall by one from node to node, so the depth is at most 255, and no node is met twice.
    private void ReadNode(ulong address, int? expectedLevel)
    {
        var head = file.ReadBlock(address, 24, "TREE", what);
        var (type, level, count) = (head.U8(), head.U8(), head.U16());
        if (type != 0 || (expectedLevel is { } expected && level != expected) || !seen.Add(address))
        {
            throw Hdf5Problem.Damaged($"{what} has a tree node of type {type} and level {level} where it cannot be");
        }

        var body = new ByteReader(file.Read(address, 24 + (ulong)(16 * count) + 8, what), what);
        body.Skip(24);
        for (var i = 0; i < count; i++)
        {
            CheckName(body.U64());
            var child = body.U64();
            if (level > 0)
            {
                ReadNode(child, level - 1);
            }
            else
            {
                ReadSymbols(child);
            }
        }

        CheckName(body.U64());
    }

    private void ReadSymbols(ulong address)
    {
        var head = file.ReadBlock(address, 8, "SNOD", what);
        head.ExpectVersion(1);
        head.Skip(1);
        var count = head.U16();
        if (!seen.Add(address))
        {
            throw Hdf5Problem.Damaged($"{what} lists a node twice");
        }

        var body = new ByteReader(file.Read(address, 8 + (ulong)(EntrySize * count), what), what);
        body.Skip(8);
        for (var i = 0; i < count; i++)
        {
            links.Add(ReadEntry(body.Part(EntrySize, what)));
        }
    }

    private HardLink ReadEntry(ByteReader entry)
    {
        var name = names.TextAt(entry.U64());
        var address = entry.U64();
        var cacheType = entry.U32();
        entry.Skip(4);
        switch (cacheType)
        {
            case 0:
                break;
            case 1:
                CheckCache(address, entry.U64(), entry.U64(), name);
                break;
            case 2:
                throw Links.Refused(what, name, "a soft link");
            default:
                throw Hdf5Problem.Damaged($"{what} has an entry '{name}' of type {cacheType}");
        }

        return new HardLink(name, address);
    }

    // A group's entry may repeat where its members are listed; a copy that differs would lead around this check.
    private void CheckCache(ulong header, ulong tree, ulong heap, string name)
    {
        var messages = ObjectHeader.Read(file, header, name);
        var table = messages.FirstOrDefault(m => m.Type == MessageType.SymbolTable).Data;
        if (table is null || (table.U64(), table.U64()) != (tree, heap))
        {
            // A group that took in an external link changed its form, and left its old entry behind: the link is what to report.
            Links.Read(file, messages, name);
            throw Hdf5Problem.Damaged($"{what} and the header of '{name}' disagree");
        }
    }

    private void CheckName(ulong offset) => names.TextAt(offset);
}
