namespace KerasSharp.Saving.Hdf5.Inspection;

/// <summary>How chunks are packed: shuffled, deflated, with a checksum. Others are refused by name.</summary>
/// <param name="Deflates">Whether a chunk may unpack to more than is stored.</param>
/// <param name="ChecksumBytes">What a checksum adds to the data: 4 bytes.</param>
internal readonly record struct FilterPipeline(bool Deflates, int ChecksumBytes)
{
    private const int Deflate = 1;
    private const int Shuffle = 2;
    private const int Fletcher32 = 3;

    public static FilterPipeline Read(ByteReader data, int elementSize)
    {
        var version = data.U8();
        var count = data.U8();
        if (version is not (1 or 2) || count > 4)
        {
            throw Hdf5Problem.Unsupported($"{data.What} has version {version} and {count} filters");
        }

        data.Skip(version == 1 ? 6 : 0);
        var pipeline = default(FilterPipeline);
        for (var i = 0; i < count; i++)
        {
            pipeline = pipeline.With(data, version, elementSize);
        }

        return pipeline;
    }

    private FilterPipeline With(ByteReader data, int version, int elementSize)
    {
        var id = data.U16();
        var nameLength = version == 1 || id >= 256 ? data.U16() : 0;
        data.Skip(2);
        var valueCount = data.U16();
        var name = data.Part(version == 1 ? (nameLength + 7) / 8 * 8 : nameLength, data.What);
        if (nameLength > 0 && name.TextAt(0).Length >= nameLength)
        {
            throw Hdf5Problem.Damaged($"{data.What} has a filter without a name");
        }

        var values = data.Part((4 * valueCount) + (version == 1 ? 4 * (valueCount & 1) : 0), data.What);
        switch (id)
        {
            case Deflate when valueCount == 1 && !Deflates:
                return this with { Deflates = true };
            case Shuffle when valueCount >= 1 && values.U32() == elementSize:
                return this;
            case Fletcher32 when ChecksumBytes == 0:
                return this with { ChecksumBytes = 4 };
            case Deflate or Shuffle or Fletcher32:
                throw Hdf5Problem.Damaged($"{data.What} has a filter {id} with wrong values");
            default:
                throw Hdf5Problem.Unsupported($"{data.What} is packed with filter {id}");
        }
    }
}
