using KerasSharp.Datasets;
using KerasSharp.TestSupport;
using KerasSharp.Tests.Utils;
using NumSharp;

namespace KerasSharp.Tests.Datasets;

public sealed class NpzFileTests : IDisposable
{
    private static readonly GoldenCases Damaged = GoldenCases.Folders("models/bad", "expect.json",
        where: c => c.GetProperty("loader").GetString() == "npz");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Arrays_come_in_the_order_of_the_names(int version)
    {
        Files.WriteNpz(folder["a.npz"],
            ("b", Files.Npy("|u1", "2,", [7, 8], version)),
            ("a", Files.Npy("|u1", "4, 3, 2", Files.Counting(24), version)));
        var arrays = NpzFile.Read(folder["a.npz"], "a", "b");
        Assert.Equal([4L, 3, 2], arrays[0].shape);
        Assert.Equal(Files.Counting(24), arrays[0].ToArray<byte>());
        Assert.Equal([2L], arrays[1].shape);
        Assert.Equal(new byte[] { 7, 8 }, arrays[1].ToArray<byte>());
    }

    [Fact]
    public void Numbers_of_other_types_keep_them()
    {
        Files.WriteNpz(folder["a.npz"],
            ("i8", Files.Npy("<i8", "2,", [.. BitConverter.GetBytes(-3L), .. BitConverter.GetBytes(1L << 40)])),
            ("f4", Files.Npy("<f4", "1, 2", [.. BitConverter.GetBytes(0.5f), .. BitConverter.GetBytes(-2f)])));
        var arrays = NpzFile.Read(folder["a.npz"], "i8", "f4");
        Assert.Equal([-3L, 1L << 40], arrays[0].ToArray<long>());
        Assert.Equal([0.5f, -2f], arrays[1].ToArray<float>());
        Assert.Equal([1L, 2], arrays[1].shape);
    }

    public static TheoryData<string> DamagedFiles => new(Damaged.Names);

    [Theory]
    [MemberData(nameof(DamagedFiles))]
    public void A_damaged_file_is_refused_with_its_name_and_the_reason(string damage) => Damaged.Run(damage, expect =>
    {
        var file = Path.Combine(Paths.Golden, "models", "bad", damage, expect.GetProperty("file").GetString()!);
        var error = Assert.Throws<OSError>(() => NpzFile.Read(file, "x_train"));
        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(expect.GetProperty("report").GetString()!, error.Message, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("|u1", "4, 3, 2", 23, "False", "The header declares 24 bytes of data, the entry has 23.")]
    [InlineData("|u1", "4, 3, 2", 25, "False", "The header declares 24 bytes of data, the entry has more.")]
    [InlineData("<i8", "2147483647, 2147483647, 2147483647", 24, "False", "2147483647 x 2147483647 x 2147483647 items of 8 bytes, the entry has")]
    [InlineData("|u1", "99999999999", 24, "False", "which is too large")]
    [InlineData("|u1", "1, 1, 1, 1, 1", 1, "False", "5 dimensions, at most 4 are read")]
    [InlineData("|u1", "4, 6", 24, "True", "a is in Fortran order")]
    [InlineData(">i4", "6,", 24, "False", "a has the dtype '>i4', which is not read")]
    [InlineData("|S4", "6,", 24, "False", "a has the dtype '|S4', which is not read")]
    [InlineData("|O", "6,", 24, "False", "a is an object array (a Python pickle), which is never read.")]
    public void What_is_not_a_plain_array_of_the_stated_size_is_refused(string descr, string shape, int bytes, string order, string reason)
    {
        Files.WriteNpz(folder["a.npz"], ("a", Files.Npy(descr, shape, Files.Counting(bytes), order: order)));
        var message = Assert.Throws<OSError>(() => NpzFile.Read(folder["a.npz"], "a")).Message;
        Assert.StartsWith(folder["a.npz"] + ", a.npy: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_that_is_not_NumPys_is_refused()
    {
        foreach (var bytes in new byte[][] { [], [1, 2, 3, 4, 5, 6, 7, 8, 9], [0x93, .. "NUMPY"u8, 9, 0, 1, 0, 0, 0, 1], [0x93, .. "NUMPY"u8, 1, 0, 200, 0, 1] })
        {
            File.Delete(folder["a.npz"]);
            Files.WriteNpz(folder["a.npz"], ("a", bytes));
            Assert.StartsWith(folder["a.npz"] + ", a.npy: The ", Assert.Throws<OSError>(() => NpzFile.Read(folder["a.npz"], "a")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_array_is_named_with_those_that_are_there()
    {
        Files.WriteNpz(folder["a.npz"], ("a", Files.Npy("|u1", "1,", [1])));
        Assert.Equal($"{folder["a.npz"]}: There is no array 'b', only: a.npy.", Assert.Throws<OSError>(() => NpzFile.Read(folder["a.npz"], "b")).Message);
    }

    [Fact]
    public void What_is_no_archive_is_refused_with_its_name()
    {
        File.WriteAllBytes(folder["a.npz"], Files.Counting(200));
        Assert.StartsWith(folder["a.npz"] + ": ", Assert.Throws<OSError>(() => NpzFile.Read(folder["a.npz"], "a")).Message, StringComparison.Ordinal);
    }
}
