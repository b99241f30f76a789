namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>The members of a group, in the older and the newer form. Links to other files and soft links are refused.</summary>
internal static class Links
{
    public static List<HardLink> Read(FileBytes file, IReadOnlyList<HeaderMessage> messages, string path)
    {
        var tables = messages.Where(m => m.Type == MessageType.SymbolTable).ToList();
        var infos = messages.Where(m => m.Type == MessageType.LinkInfo).ToList();
        if (tables.Count + infos.Count != 1)
        {
            throw Hdf5Problem.Damaged($"the header of '{path}' lists its members {tables.Count + infos.Count} times");
        }

        var links = tables.Count == 1
            ? SymbolTable.Read(file, tables[0].Data.U64(), tables[0].Data.U64(), path)
            : ReadNewForm(file, infos[0].Data, messages, path);
        foreach (var (name, _) in links)
        {
            if (name is "" or "." or ".." || name.Contains('/'))
            {
                throw Hdf5Problem.Damaged($"'{path}' has a member named '{name}'");
            }
        }

        return links;
    }

    public static Hdf5Problem Refused(string what, string name, string kind) =>
        new($"'{name}' in {what} is {kind}; links, above all out of the file, are refused");

    // Few members are kept in the header, many in a separate heap.
    private static List<HardLink> ReadNewForm(FileBytes file, ByteReader info, IReadOnlyList<HeaderMessage> messages, string path)
    {
        info.ExpectVersion(0);
        var flags = info.U8();
        info.Skip((flags & 1) != 0 ? 8 : 0);
        var (heap, index) = (info.U64(), info.U64());
        var links = index == FileBytes.Undefined
            ? messages.Where(m => m.Type == MessageType.Link).Select(m => m.Data)
            : NameIndex.Read(file, heap, index, ofAttributes: false, $"the list of members of '{path}'");
        return [.. links.Select(link => ReadLink(link, path))];
    }

    private static HardLink ReadLink(ByteReader data, string path)
    {
        data.ExpectVersion(1);
        var flags = data.U8();
        var kind = (flags & 0x08) != 0 ? data.U8() : 0;
        data.Skip((flags & 0x04) != 0 ? 8 : 0);
        data.Skip((flags & 0x10) != 0 ? 1 : 0);
        var length = data.Unsigned(1 << (flags & 3));
        var name = data.Text((int)Math.Min(length, int.MaxValue));
        return kind switch
        {
            0 => new HardLink(name, data.U64()),
            1 => throw Refused($"'{path}'", name, "a soft link"),
            64 => throw Refused($"'{path}'", name, "an external link to another file"),
            _ => throw Refused($"'{path}'", name, $"a link of type {kind}"),
        };
    }
}
