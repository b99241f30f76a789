namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>The shape of an attribute or dataset, small enough for a .NET array.</summary>
internal static class Dataspace
{
    private const int MaxRank = 32;

    /// <summary>The dimensions; empty for a scalar.</summary>
    public static ulong[] Read(ByteReader data)
    {
        var version = data.U8();
        var rank = data.U8();
        var flags = data.U8();
        if (version is not (1 or 2) || rank > MaxRank || flags > 1)
        {
            throw Hdf5Problem.Unsupported($"{data.What} has a shape of version {version} with {rank} dimensions and flags {flags}");
        }

        if (version == 1)
        {
            data.Skip(5);
        }
        else if (data.U8() is var type && type != (rank == 0 ? 0 : 1))
        {
            throw Hdf5Problem.Unsupported($"{data.What} has a shape of type {type}");
        }

        var dims = new ulong[rank];
        for (var i = 0; i < rank; i++)
        {
            dims[i] = data.U64();
        }

        // The largest allowed dimensions may follow; a model's weights do not grow.
        data.Skip(flags == 1 ? 8 * rank : 0);
        return dims;
    }

    /// <summary>The shape as ints, and the number of bytes that its elements take.</summary>
    /// <exception cref="Hdf5Problem">More bytes than <paramref name="limit"/> are declared.</exception>
    public static (int[] Shape, int Bytes) Checked(ulong[] dims, int elementSize, ulong limit, string what)
    {
        var bytes = dims.Aggregate((UInt128)(uint)elementSize, (product, d) => product > ulong.MaxValue ? product : product * d);
        if (dims.Contains(0UL))
        {
            bytes = 0;
        }

        if (bytes > Math.Min(limit, int.MaxValue) || dims.Any(d => d > int.MaxValue))
        {
            throw new Hdf5Problem($"{what} declares the shape ({string.Join(", ", dims)}), {Size(bytes)}, where the file can hold {Size(Math.Min(limit, int.MaxValue))} for it");
        }

        return (Array.ConvertAll(dims, d => (int)d), (int)bytes);
    }

    private static string Size(UInt128 bytes)
    {
        string[] units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
        var value = (double)bytes;
        var unit = 0;
        for (; value >= 1024 && unit < units.Length - 1; unit++)
        {
            value /= 1024;
        }

        return $"{value:0.##} {units[unit]}";
    }
}
