using KerasSharp.Datasets;
using KerasSharp.TestSupport;
using KerasSharp.Tests.Utils;
using NumSharp;

namespace KerasSharp.Tests.Datasets;

public sealed class IdxFileTests : IDisposable
{
    private static readonly GoldenCases Damaged = GoldenCases.Folders("models/bad", "expect.json",
        where: c => c.GetProperty("loader").GetString() == "idx");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_array_has_the_shape_and_the_bytes_of_the_file_packed_or_not(bool packed)
    {
        var array = Read(Files.Idx([4, 3, 2], Files.Counting(24)), packed, rank: 3);
        Assert.Equal([4L, 3, 2], array.shape);
        Assert.Equal(NPTypeCode.Byte, array.typecode);
        Assert.Equal(Files.Counting(24), array.ToArray<byte>());
        Assert.Equal(23, (byte)array[3, 2, 1]);
    }

    public static TheoryData<string> DamagedFiles => new(Damaged.Names);

    [Theory]
    [MemberData(nameof(DamagedFiles))]
    public void A_damaged_file_is_refused_with_its_name_and_the_reason(string damage) => Damaged.Run(damage, expect =>
    {
        var file = Path.Combine(Paths.Golden, "models", "bad", damage, expect.GetProperty("file").GetString()!);
        var error = Assert.Throws<OSError>(() => IdxFile.Read(file, rank: 3));
        Assert.Equal($"{file}: {expect.GetProperty("report").GetString()}", error.Message);
    });

    [Theory]
    [InlineData(false, "The header declares 4 x 3 x 2 = 24 bytes of data, the file has 25.")]
    [InlineData(true, "The header declares 4 x 3 x 2 = 24 bytes of data, the file has more.")]
    public void Trailing_data_is_refused(bool packed, string reason) => Refused(Files.Idx([4, 3, 2], Files.Counting(25)), packed, reason);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Short_data_is_refused(bool packed) =>
        Refused(Files.Idx([4, 3, 2], Files.Counting(23)), packed, "The header declares 4 x 3 x 2 = 24 bytes of data, the file has 23.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_ends_in_its_header_is_refused(bool packed) =>
        Refused(Files.Idx([4, 3, 2], [])[..9], packed, "The header has 16 bytes, the file has 9.");

    [Fact]
    public void An_empty_file_is_refused() => Refused([], packed: false, "The header has 16 bytes, the file has 0.");

    [Fact]
    public void A_file_of_no_images_is_refused() => Refused(Files.Idx([0, 28, 28], []), packed: false, "The header declares 0 x 28 x 28 bytes of data, there must be some.");

    [Fact]
    public void A_size_that_no_packed_file_of_this_length_can_have_is_refused_before_memory_is_taken()
    {
        var packed = Files.Gzip(Files.Idx([60_000, 1_000, 10], []));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(packed, packed: false, $"The header declares 60000 x 1000 x 10 bytes, the file has {packed.Length}, packed.");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void A_damaged_gzip_file_is_refused_with_its_name()
    {
        var packed = Files.Gzip(Files.Idx([40, 30, 20], Files.Counting(24_000)));
        packed[^5] ^= 0xFF; // the checksum at its end
        File.WriteAllBytes(folder["file"], packed);
        var error = Assert.Throws<OSError>(() => IdxFile.Read(folder["file"], rank: 3));
        Assert.StartsWith(folder["file"] + ": ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error_with_its_name() =>
        Assert.Contains(folder["none"], Assert.Throws<OSError>(() => IdxFile.Read(folder["none"], rank: 1)).Message, StringComparison.Ordinal);

    private NDArray Read(byte[] file, bool packed, int rank)
    {
        File.WriteAllBytes(folder["file"], packed ? Files.Gzip(file) : file);
        return IdxFile.Read(folder["file"], rank);
    }

    private void Refused(byte[] file, bool packed, string reason) =>
        Assert.Equal($"{folder["file"]}: {reason}", Assert.Throws<OSError>(() => Read(file, packed, rank: 3)).Message);
}
