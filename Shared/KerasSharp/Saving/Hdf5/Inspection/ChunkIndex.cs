namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>The chunks of a dataset, found through a B-tree. All must be there, once, inside the file, and of the right size.</summary>
internal sealed class ChunkIndex
{
    private readonly FileBytes file;
    private readonly string what;
    private readonly int[] shape;
    private readonly uint[] chunk;
    private readonly HashSet<ulong> seenNodes = [];
    private readonly HashSet<string> seenChunks = [];
    private readonly List<StoredChunk> chunks = [];

    private ChunkIndex(FileBytes file, int[] shape, uint[] chunk, string what)
    {
        this.file = file;
        this.what = what;
        this.shape = shape;
        this.chunk = chunk;
    }

    /// <summary>Reads the list of chunks of a dataset.</summary>
    /// <param name="file">The file.</param>
    /// <param name="treeAddress">The root of the B-tree.</param>
    /// <param name="shape">The dataset's shape.</param>
    /// <param name="chunk">A chunk's shape, and behind it the bytes of an element.</param>
    /// <param name="what">The dataset's name, for messages.</param>
    public static List<StoredChunk> Read(FileBytes file, ulong treeAddress, int[] shape, uint[] chunk, string what)
    {
        var index = new ChunkIndex(file, shape, chunk, what);
        index.ReadNode(treeAddress, null);
        var expected = shape.Select((d, i) => ((ulong)d + chunk[i] - 1) / chunk[i]).Aggregate((UInt128)1, (product, n) => product * n);
        if ((UInt128)index.chunks.Count != expected)
        {
            throw Hdf5Problem.Damaged($"{what} has {index.chunks.Count} chunks instead of {expected}");
        }

        return index.chunks;
    }

    private void ReadNode(ulong address, int? expectedLevel)
    {
        var head = file.ReadBlock(address, 24, "TREE", what);
        var (type, level, count) = (head.U8(), head.U8(), head.U16());
        if (type != 1 || (expectedLevel is { } expected && level != expected) || !seenNodes.Add(address))
        {
            throw Hdf5Problem.Damaged($"{what} has a tree node of type {type} and level {level} where it cannot be");
        }

        var keySize = 8 + (8 * chunk.Length);
        var body = new ByteReader(file.Read(address, 24 + (ulong)((keySize + 8) * count) + (ulong)keySize, what), what);
        body.Skip(24);
        for (var i = 0; i < count; i++)
        {
            var key = body.Part(keySize, what);
            var child = body.U64();
            if (level > 0)
            {
                ReadNode(child, level - 1);
            }
            else
            {
                Keep(key, child);
            }
        }
    }

    private void Keep(ByteReader key, ulong address)
    {
        var size = key.U32();
        var skippedFilters = key.U32();
        var offsets = Enumerable.Range(0, chunk.Length).Select(_ => key.U64()).ToArray();
        var isInside = offsets[^1] == 0 && shape.Select((d, i) => offsets[i] < (ulong)d && offsets[i] % chunk[i] == 0).All(ok => ok);
        if (!isInside || skippedFilters != 0 || !seenChunks.Add(string.Join(',', offsets)))
        {
            throw Hdf5Problem.Damaged($"{what} has a chunk at ({string.Join(", ", offsets[..^1])}) that cannot be there");
        }

        file.Check(address, size, what);
        chunks.Add(new StoredChunk(address, size));
    }
}
