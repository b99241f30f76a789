namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>Checks an attribute message, versions 1 to 3.</summary>
internal static class AttributeMessage
{
    public static AttributeOutline Read(ByteReader data, GlobalHeap heap)
    {
        var version = data.U8();
        var flags = data.U8();
        if (version is not (1 or 2 or 3) || (version > 1 && flags != 0))
        {
            throw Hdf5Problem.Unsupported($"{data.What} has version {version} and flags {flags}");
        }

        var (nameSize, typeSize, shapeSize) = (data.U16(), data.U16(), data.U16());
        data.Skip(version == 3 ? 1 : 0);
        var name = Field(data, nameSize, version, data.What).TextAt(0);
        if (System.Text.Encoding.UTF8.GetByteCount(name) != nameSize - 1)
        {
            throw Hdf5Problem.Damaged($"{data.What} has a name with a zero or broken character in it");
        }

        var what = $"the attribute '{name}' of {data.What}";
        var type = Whole(Field(data, typeSize, version, what), ElementType.Read);
        var dims = Whole(Field(data, shapeSize, version, what), Dataspace.Read);
        var (shape, bytes) = Dataspace.Checked(dims, type.Size, (ulong)data.Remaining, what);
        if (type.IsVariable)
        {
            var places = data.Part(bytes, what);
            while (places.Remaining > 0)
            {
                heap.CheckString(places);
            }
        }

        return new AttributeOutline(name, type, shape);
    }

    // In version 1 each field is padded to a multiple of eight bytes.
    private static ByteReader Field(ByteReader data, int size, int version, string what)
    {
        var field = data.Part(size, what);
        data.Skip(version == 1 ? -size & 7 : 0);
        return field;
    }

    private static T Whole<T>(ByteReader field, Func<ByteReader, T> read)
    {
        var value = read(field);
        return field.Remaining == 0 ? value : throw Hdf5Problem.Damaged($"{field.What} has a field with {field.Remaining} bytes too many");
    }
}
