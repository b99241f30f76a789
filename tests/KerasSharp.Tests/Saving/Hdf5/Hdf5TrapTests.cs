using KerasSharp.Saving.Hdf5;
using KerasSharp.Tests.Utils;

namespace KerasSharp.Tests.Saving.Hdf5;

/// <summary>Files that are sound HDF5, and that would lead a reader in circles, out of the file, or into more memory than there is.</summary>
public sealed class Hdf5TrapTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("circle", "'model_weights/dense/again' is another group or dataset under a second name (a hard link)")]
    [InlineData("depth", "lies deeper than 64 groups")]
    [InlineData("soft link", "is a soft link; links, above all out of the file, are refused")]
    [InlineData("external data", "'model_weights/dense/kernel:0' in the file is a dataset whose data lie in other files")]
    [InlineData("virtual", "is a virtual dataset, made of other files")]
    [InlineData("absent", "declares the shape (1048576, 1048576), 4 TiB, where the file can hold 0 bytes for it")]
    [InlineData("absent chunks", "has 2 dimensions and chunks of (64, 64, 4)")]
    [InlineData("bomb", "bytes or more instead of 4194304")]
    [InlineData("short chunk", "unpacks to 60 bytes instead of 64")]
    [InlineData("bytes", "'model_weights/dense/kernel:0' (Datatype) has unsigned integers of 8 bits, which no Keras file uses and is not read here")]
    [InlineData("half", "has floating-point numbers of 16 bits that are neither IEEE float32 nor float64")]
    [InlineData("strings", "'model_weights/dense/kernel:0' holds strings")]
    [InlineData("compound", "the attribute 'x' of")]
    [InlineData("null", "has a shape of type 2")]
    [InlineData("filter", "is packed with filter 32000")]
    public void A_trap_is_refused(string kind, string message)
    {
        H5py.Require();
        H5py.MakeTrap(kind, folder["trap.h5"]);
        var error = Assert.Throws<OSError>(() =>
        {
            using var file = Hdf5File.Open(folder["trap.h5"]);
            ((Hdf5Dataset)file.Root.Find("model_weights/dense/kernel:0")!).Read();
        });
        Assert.Contains(message, error.Message);
        Assert.EndsWith($": '{folder["trap.h5"]}'", error.Message);
    }
}
