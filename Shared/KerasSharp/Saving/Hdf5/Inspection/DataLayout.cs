namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>Where a dataset's elements lie: in its header, in one piece, or in chunks. All must be there before memory is taken for them.</summary>
internal static class DataLayout
{
    // Deflate packs at best 1032 bytes into one.
    private const ulong BestRatio = 1032;

    public static DatasetOutline Read(FileBytes file, IReadOnlyList<HeaderMessage> messages, string what)
    {
        var type = ElementType.Read(Single(messages, MessageType.Datatype, what));
        if (type.Number is null)
        {
            throw Hdf5Problem.Unsupported($"{what} holds strings");
        }

        var dims = Dataspace.Read(Single(messages, MessageType.Dataspace, what));
        var layout = Single(messages, MessageType.Layout, what);
        var filters = messages.Where(m => m.Type == MessageType.Filters).Select(m => FilterPipeline.Read(m.Data, type.Size)).ToList();
        if (filters.Count > 1)
        {
            throw Hdf5Problem.Damaged($"{what} has {filters.Count} lists of filters");
        }

        var version = layout.U8();
        var kind = layout.U8();
        switch (kind)
        {
            case 0 when version is 3 or 4:
                return InHeader(layout, type, dims, what);
            case 1 when version is 3 or 4:
                return InOnePiece(file, layout, type, dims, what);
            case 2 when version == 3:
                return InChunks(file, layout, filters.FirstOrDefault(), type, dims, what);
            case 3:
                throw Links.Refused("the file", what, "a virtual dataset, made of other files");
            default:
                throw Hdf5Problem.Unsupported($"{what} has a data layout of version {version} and class {kind}");
        }
    }

    private static DatasetOutline InHeader(ByteReader layout, ElementType type, ulong[] dims, string what)
    {
        var stored = layout.U16();
        var (shape, bytes) = Dataspace.Checked(dims, type.Size, stored, what);
        layout.Skip(bytes);
        return new DatasetOutline(type, shape, bytes, 0, []);
    }

    private static DatasetOutline InOnePiece(FileBytes file, ByteReader layout, ElementType type, ulong[] dims, string what)
    {
        var (address, stored) = (layout.U64(), layout.U64());
        var isAllocated = address != FileBytes.Undefined;
        var (shape, bytes) = Dataspace.Checked(dims, type.Size, isAllocated ? Math.Min(stored, file.Length) : 0, what);
        if (isAllocated)
        {
            file.Check(address, stored, what);
        }

        return new DatasetOutline(type, shape, bytes, 0, []);
    }

    private static DatasetOutline InChunks(
        FileBytes file, ByteReader layout, FilterPipeline filters, ElementType type, ulong[] dims, string what)
    {
        var rank = layout.U8();
        var address = layout.U64();
        var chunk = Enumerable.Range(0, rank).Select(_ => layout.U32()).ToArray();
        if (dims.Length == 0 || rank != dims.Length + 1 || chunk[^1] != type.Size || chunk.Contains(0u) || address == FileBytes.Undefined)
        {
            throw Hdf5Problem.Damaged($"{what} has {dims.Length} dimensions and chunks of ({string.Join(", ", chunk)})");
        }

        var limit = file.Length * (filters.Deflates ? BestRatio : 1);
        var (shape, _) = Dataspace.Checked(dims, type.Size, limit, what);
        var (_, chunkBytes) = Dataspace.Checked([.. chunk[..^1].Select(d => (ulong)d)], type.Size, limit, $"a chunk of {what}");
        var chunks = ChunkIndex.Read(file, address, shape, chunk, what);
        if (!filters.Deflates && chunks.Any(c => c.Size != (ulong)(chunkBytes + filters.ChecksumBytes)))
        {
            throw Hdf5Problem.Damaged($"{what} has a chunk that is not of {chunkBytes} bytes");
        }

        return new DatasetOutline(type, shape, chunkBytes, filters.ChecksumBytes, filters.Deflates ? chunks : []);
    }

    private static ByteReader Single(IReadOnlyList<HeaderMessage> messages, MessageType type, string what)
    {
        var found = messages.Where(m => m.Type == type).ToList();
        return found.Count == 1 ? found[0].Data : throw Hdf5Problem.Damaged($"{what} has {found.Count} messages of type {type}");
    }
}
