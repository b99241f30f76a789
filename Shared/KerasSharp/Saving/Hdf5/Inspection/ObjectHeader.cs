namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>What an object header says, message by message.</summary>
internal readonly record struct HeaderMessage(MessageType Type, ByteReader Data);

/// <summary>The messages that a Keras file may hold.</summary>
internal enum MessageType
{
    Nothing = 0,
    Dataspace = 1,
    LinkInfo = 2,
    Datatype = 3,
    OldFillValue = 4,
    FillValue = 5,
    Link = 6,
    ExternalFiles = 7,
    Layout = 8,
    GroupInfo = 10,
    Filters = 11,
    Attribute = 12,
    OldModificationTime = 14,
    Continuation = 16,
    SymbolTable = 17,
    ModificationTime = 18,
    AttributeInfo = 21,
    ReferenceCount = 22,
}

/// <summary>Reads the header of a group or dataset, versions 1 and 2, with its continuation blocks. No block is read twice.</summary>
internal sealed class ObjectHeader
{
    private const int SharedFlag = 2;

    private readonly FileBytes file;
    private readonly string what;
    private readonly List<HeaderMessage> messages = [];
    private readonly Queue<(ulong Address, ulong Length)> continuations = new();
    private readonly HashSet<ulong> seen = [];
    private bool isNewForm;
    private bool hasCreationOrder;

    private ObjectHeader(FileBytes file, string what)
    {
        this.file = file;
        this.what = what;
    }

    public static List<HeaderMessage> Read(FileBytes file, ulong address, string path)
    {
        var header = new ObjectHeader(file, $"the header of '{path}'");
        header.ReadFirstBlock(address);
        while (header.continuations.TryDequeue(out var block))
        {
            header.ReadContinuation(block.Address, block.Length);
        }

        return header.messages;
    }

    private void ReadFirstBlock(ulong address)
    {
        isNewForm = file.Read(address, 1, what)[0] != 1;
        if (!isNewForm)
        {
            var prefix = new ByteReader(file.Read(address, 16, what), what);
            prefix.Skip(8);
            ReadMessages(new ByteReader(file.Read(address + 16, prefix.U32(), what), what));
            return;
        }

        ReadNewForm(address);
    }

    private void ReadNewForm(ulong address)
    {
        var start = file.ReadBlock(address, 6, "OHDR", what);
        start.ExpectVersion(2);
        var flags = start.U8();
        hasCreationOrder = (flags & 0x04) != 0;
        var extra = ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
        var sizeBytes = 1 << (flags & 3);
        var fixedPart = new ByteReader(file.Read(address, (ulong)(6 + extra + sizeBytes), what), what);
        fixedPart.Skip(6 + extra);
        var length = fixedPart.Unsigned(sizeBytes);
        file.Check(address, length, what);
        var block = file.ReadChecksummed(address, (ulong)fixedPart.Position + length + 4, "OHDR", what);
        block.Skip(fixedPart.Position - 4);
        ReadMessages(block);
    }

    private void ReadContinuation(ulong address, ulong length)
    {
        if (!seen.Add(address))
        {
            throw Hdf5Problem.Damaged($"{what} continues in itself");
        }

        if (!isNewForm)
        {
            ReadMessages(new ByteReader(file.Read(address, length, what), what));
            return;
        }

        if (length < 8)
        {
            throw Hdf5Problem.Damaged($"{what} continues in {length} bytes");
        }

        ReadMessages(file.ReadChecksummed(address, length, "OCHK", what));
    }

    private void ReadMessages(ByteReader block)
    {
        // In the newer form a rest too short for a message is a gap.
        var prefix = !isNewForm ? 8 : hasCreationOrder ? 6 : 4;
        while (isNewForm ? block.Remaining > prefix : block.Remaining > 0)
        {
            var type = isNewForm ? block.U8() : block.U16();
            var size = block.U16();
            var flags = block.U8();
            block.Skip(prefix - (isNewForm ? 4 : 5));
            var name = (MessageType)type;
            if (!Enum.IsDefined(name))
            {
                throw Hdf5Problem.Unsupported($"{what} holds a message of type {type}");
            }

            if ((flags & SharedFlag) != 0)
            {
                throw Hdf5Problem.Unsupported($"{what} shares a message of type {name} with other objects");
            }

            Keep(name, block.Part(size, $"{what} ({name})"));
        }
    }

    private void Keep(MessageType type, ByteReader data)
    {
        if (type == MessageType.Continuation)
        {
            continuations.Enqueue((data.U64(), data.U64()));
        }
        else if (type != MessageType.Nothing)
        {
            messages.Add(new HeaderMessage(type, data));
        }
    }
}
