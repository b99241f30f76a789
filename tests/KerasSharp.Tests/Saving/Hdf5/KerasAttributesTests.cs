using KerasSharp.Saving.Hdf5;
using KerasSharp.Tests.Utils;

namespace KerasSharp.Tests.Saving.Hdf5;

public sealed class KerasAttributesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // (number of names, length of each) and the parts: numpy.array_split until no part has more than 64,512 bytes.
    [Theory]
    [InlineData(0, 5, 1)]
    [InlineData(3, 100, 1)]
    [InlineData(64, 1008, 1)]
    [InlineData(65, 1008, 2)]
    [InlineData(1000, 200, 4)]
    [InlineData(5000, 5, 2)]
    public void A_long_list_is_split_and_joined(int count, int length, int parts)
    {
        var names = Enumerable.Range(0, count).Select(i => $"{i}".PadRight(length, 'x')).ToArray();
        var root = new Hdf5Group();
        KerasAttributes.SetNames(root, "layer_names", names);
        Assert.Equal(parts == 1 ? ["layer_names"] : Enumerable.Range(0, parts).Select(i => $"layer_names{i}"), root.Attributes.Keys);
        Assert.True(root.Attributes.Values.Max(v => ((string[])v).Length) - root.Attributes.Values.Min(v => ((string[])v).Length) <= 1);

        Hdf5Writer.Write(folder["names.h5"], root);
        using var file = Hdf5File.Open(folder["names.h5"]);
        Assert.Equal(names, KerasAttributes.GetNames(file.Root, "layer_names"));
    }

    [Fact]
    public void A_name_that_no_attribute_can_hold_is_refused() =>
        Assert.StartsWith(
            "The following attributes cannot be saved to HDF5 file because they are larger than 64512 bytes: ",
            Assert.Throws<RuntimeError>(() => KerasAttributes.SetNames(new Hdf5Group(), "layer_names", [new string('x', 64513)])).Message);

    [Fact]
    public void A_missing_list_is_null() => Assert.Null(KerasAttributes.GetNames(new Hdf5Group(), "layer_names"));
}
