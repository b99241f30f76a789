using System.Numerics;

namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>The version 2 B-tree that finds the objects of a <see cref="FractalHeap"/> by name. Two levels are read: some thousand members.</summary>
internal sealed class NameIndex
{
    private const int Overhead = 10;

    private readonly FileBytes file;
    private readonly FractalHeap heap;
    private readonly string what;
    private readonly byte type;
    private readonly int recordSize;
    private readonly int idOffset;
    private readonly HashSet<ulong> seen = [];
    private readonly List<ByteReader> objects = [];

    private NameIndex(FileBytes file, FractalHeap heap, bool ofAttributes, string what)
    {
        this.file = file;
        this.heap = heap;
        this.what = what;
        (type, recordSize, idOffset) = ofAttributes ? ((byte)8, 17, 0) : ((byte)5, 11, 4);
    }

    /// <summary>All objects of the index: link messages, or attribute messages.</summary>
    public static List<ByteReader> Read(FileBytes file, ulong heapAddress, ulong treeAddress, bool ofAttributes, string what)
    {
        var index = new NameIndex(file, new FractalHeap(file, heapAddress, what), ofAttributes, what);
        index.ReadTree(treeAddress);
        return index.objects;
    }

    private void ReadTree(ulong address)
    {
        var header = file.ReadChecksummed(address, 38, "BTHD", what);
        header.ExpectVersion(0);
        var found = (header.U8(), NodeSize: header.U32(), header.U16(), Depth: header.U16());
        header.Skip(2);
        var (root, count) = (header.U64(), header.U16());
        if (found.Item1 != type || found.Item3 != recordSize || found.Depth > 1 || found.NodeSize is < 64 or > 65536)
        {
            throw Hdf5Problem.Unsupported($"{what} has an index of type {found.Item1} with {found.Depth} levels of nodes of {found.NodeSize} bytes");
        }

        if (root == FileBytes.Undefined)
        {
            return;
        }

        if (found.Depth == 0)
        {
            ReadLeaf(root, count);
            return;
        }

        // The number of records of a child takes as many bytes as the largest number needs.
        var largest = (found.NodeSize - Overhead) / (uint)recordSize;
        var countBytes = (BitOperations.Log2(largest) / 8) + 1;
        var node = ReadNode(root, "BTIN", count, (count + 1) * (8 + countBytes));
        for (var i = 0; i <= count; i++)
        {
            ReadLeaf(node.U64(), (int)node.Unsigned(countBytes));
        }
    }

    private void ReadLeaf(ulong address, int count) => ReadNode(address, "BTLF", count, 0);

    private ByteReader ReadNode(ulong address, string signature, int count, int pointers)
    {
        if (!seen.Add(address))
        {
            throw Hdf5Problem.Damaged($"{what} lists a node twice");
        }

        var node = file.ReadChecksummed(address, (ulong)(Overhead + (recordSize * count) + pointers), signature, what);
        node.ExpectVersion(0);
        if (node.U8() != type)
        {
            throw Hdf5Problem.Damaged($"{what} has a node of another index");
        }

        for (var i = 0; i < count; i++)
        {
            var record = node.Part(recordSize, what);
            record.Skip(idOffset);
            objects.Add(heap.Read(record));
        }

        return node;
    }
}
