namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>The type of an attribute's or dataset's elements: a number, or a string of fixed or variable length.</summary>
/// <param name="Number">The number's type; null for strings.</param>
/// <param name="IsVariable">Whether it is a string in a global heap.</param>
/// <param name="IsBigEndian">Whether a number's first byte is its highest.</param>
/// <param name="Size">Bytes per element as stored (16 for a string of variable length: its length and place).</param>
internal readonly record struct ElementType(Hdf5Type? Number, bool IsVariable, bool IsBigEndian, int Size)
{
    public const int VariableStringSize = 16;

    /// <summary>Reads a datatype. Types that contain types end here, except for the character of a string: so nothing nests.</summary>
    public static ElementType Read(ByteReader data)
    {
        var classAndVersion = data.U8();
        var bits = data.Unsigned(3);
        var size = data.U32();
        if (classAndVersion >> 4 is not (1 or 2 or 3))
        {
            throw Hdf5Problem.Unsupported($"{data.What} has a datatype of version {classAndVersion >> 4}");
        }

        return (classAndVersion & 0x0f) switch
        {
            0 => new(ReadInteger(data, bits, size), false, (bits & 1) != 0, (int)size),
            1 => new(ReadFloat(data, bits, size), false, (bits & 1) != 0, (int)size),
            3 when size <= ushort.MaxValue => new(null, false, false, (int)size),
            9 when (bits & 0x0f) == 1 && size == VariableStringSize => ReadVariableString(data),
            var other => throw Hdf5Problem.Unsupported($"{data.What} has elements of HDF5's class {other} with {size} bytes"),
        };
    }

    private static Hdf5Type ReadInteger(ByteReader data, ulong bits, uint size)
    {
        var (offset, precision) = (data.U16(), data.U16());
        var isSigned = (bits & 8) != 0;
        if (offset != 0 || precision != 8 * size || !isSigned || size is not (4 or 8))
        {
            throw Hdf5Problem.Unsupported($"{data.What} has {(isSigned ? "signed" : "unsigned")} integers of {precision} bits");
        }

        return size == 4 ? Hdf5Type.Int32 : Hdf5Type.Int64;
    }

    private static Hdf5Type ReadFloat(ByteReader data, ulong bits, uint size)
    {
        var format = (data.U16(), data.U16(), data.U8(), data.U8(), data.U8(), data.U8(), data.U32());
        const ulong VaxOrder = 0x40;
        if ((bits & VaxOrder) == 0)
        {
            if (size == 4 && format == (0, 32, 23, 8, 0, 23, 127u))
            {
                return Hdf5Type.Float32;
            }

            if (size == 8 && format == (0, 64, 52, 11, 0, 52, 1023u))
            {
                return Hdf5Type.Float64;
            }
        }

        throw Hdf5Problem.Unsupported($"{data.What} has floating-point numbers of {format.Item2} bits that are neither IEEE float32 nor float64");
    }

    // Behind the string stands the type of its characters: one byte each.
    private static ElementType ReadVariableString(ByteReader data)
    {
        var characterClass = data.U8() & 0x0f;
        data.Skip(3);
        var characterSize = data.U32();
        if (characterClass is not (0 or 3) || characterSize != 1)
        {
            throw Hdf5Problem.Unsupported($"{data.What} has strings of {characterSize}-byte characters");
        }

        if (characterClass == 0)
        {
            data.Skip(4);
        }

        return new ElementType(null, true, false, VariableStringSize);
    }
}
