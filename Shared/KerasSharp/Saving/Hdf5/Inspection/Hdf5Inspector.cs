using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>
/// Walks a file's structure before a library opens it, since an endless recursion inside a library cannot be caught and takes the
/// process with it. All that a library would follow is followed here first, within the file and within limits: headers, members,
/// types, shapes, strings, chunks. Nothing is met twice, so the walk ends; and what is not known is refused.
/// Source: <see href="https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html"/>.
/// </summary>
internal sealed class Hdf5Inspector
{
    private readonly FileBytes file;
    private readonly GlobalHeap heap;
    private readonly HashSet<ulong> seen = [];
    private readonly Stack<(ulong Address, string Path, int Depth)> pending = new();
    private readonly List<ObjectOutline> objects = [];

    private Hdf5Inspector(FileBytes file)
    {
        this.file = file;
        heap = new GlobalHeap(file);
    }

    /// <summary>All groups and datasets, parents before their members.</summary>
    /// <exception cref="Hdf5Problem">The file is damaged, unsafe, or of a form that is not read.</exception>
    public static List<ObjectOutline> Inspect(SafeFileHandle handle)
    {
        var inspector = new Hdf5Inspector(new FileBytes(handle));
        inspector.pending.Push((Superblock.ReadRoot(inspector.file), "", 0));
        while (inspector.pending.TryPop(out var next))
        {
            inspector.Visit(next.Address, next.Path, next.Depth);
        }

        return inspector.objects;
    }

    private void Visit(ulong address, string path, int depth)
    {
        if (!seen.Add(address))
        {
            throw new Hdf5Problem($"'{path}' is another group or dataset under a second name (a hard link); links are refused, since they can form a circle");
        }

        if (depth > Hdf5Group.MaxDepth)
        {
            throw new Hdf5Problem($"'{path}' lies deeper than {Hdf5Group.MaxDepth} groups");
        }

        var messages = ObjectHeader.Read(file, address, path);
        var attributes = ReadAttributes(messages, path);
        CheckOthers(messages, path);
        if (messages.Any(m => m.Type == MessageType.Layout))
        {
            objects.Add(new ObjectOutline(path, attributes, DataLayout.Read(file, messages, $"'{path}'")));
            return;
        }

        objects.Add(new ObjectOutline(path, attributes, null));
        var names = new HashSet<string>();
        foreach (var (name, member) in Links.Read(file, messages, path).AsEnumerable().Reverse())
        {
            if (!names.Add(name))
            {
                throw Hdf5Problem.Damaged($"'{path}' has two members named '{name}'");
            }

            pending.Push((member, path.Length == 0 ? name : $"{path}/{name}", depth + 1));
        }
    }

    private List<AttributeOutline> ReadAttributes(IReadOnlyList<HeaderMessage> messages, string path)
    {
        var inHeader = messages.Where(m => m.Type == MessageType.Attribute).Select(m => m.Data);
        var inHeap = messages.Where(m => m.Type == MessageType.AttributeInfo).SelectMany(m => ReadAttributeHeap(m.Data, path));
        var attributes = inHeader.Concat(inHeap).Select(a => AttributeMessage.Read(a, heap)).ToList();
        if (attributes.GroupBy(a => a.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Hdf5Problem.Damaged($"'{path}' has two attributes named '{twice.Key}'");
        }

        return attributes;
    }

    private List<ByteReader> ReadAttributeHeap(ByteReader info, string path)
    {
        info.ExpectVersion(0);
        info.Skip((info.U8() & 1) != 0 ? 2 : 0);
        var (heapAddress, index) = (info.U64(), info.U64());
        return index == FileBytes.Undefined ? [] : NameIndex.Read(file, heapAddress, index, ofAttributes: true, $"the list of attributes of '{path}'");
    }

    // Messages that say nothing of interest here, but in which a reader would take sizes on trust.
    private static void CheckOthers(IReadOnlyList<HeaderMessage> messages, string path)
    {
        foreach (var (type, data) in messages)
        {
            switch (type)
            {
                case MessageType.ExternalFiles:
                    throw Links.Refused("the file", path, "a dataset whose data lie in other files");
                case MessageType.AttributeInfo when messages.Count(m => m.Type == type) > 1:
                    throw Hdf5Problem.Damaged($"'{path}' lists its attributes twice");
                case MessageType.OldFillValue:
                    data.Skip((int)Math.Min(data.U32(), int.MaxValue));
                    break;
                case MessageType.FillValue:
                    CheckFillValue(data);
                    break;
            }
        }
    }

    private static void CheckFillValue(ByteReader data)
    {
        var version = data.U8();
        bool hasValue;
        switch (version)
        {
            case 1 or 2:
                data.Skip(2);
                hasValue = data.U8() != 0 || version == 1;
                break;
            case 3:
                hasValue = (data.U8() & 0x20) != 0;
                break;
            default:
                throw Hdf5Problem.Damaged($"{data.What} has version {version}");
        }

        if (hasValue)
        {
            data.Skip((int)Math.Min(data.U32(), int.MaxValue));
        }
    }
}
