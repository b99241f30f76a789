using System.Security.Cryptography;
using KerasSharp.TestSupport;
using NumSharp;
using static KerasSharp.keras.datasets;

namespace KerasSharp.Tests.Datasets;

public class MnistTests
{
    [Fact]
    public void The_real_files_have_the_published_sums_and_counts()
    {
        Assert.SkipWhen(Paths.Datasets is null, "KERASSHARP_DATASETS is not set: the real MNIST is not here.");
        var ((X_train, y_train), (X_test, y_test)) = mnist.load_data(cancellation_token: TestContext.Current.CancellationToken);
        Assert.Equal([60000L, 28, 28], X_train.shape);
        Assert.Equal([60000L], y_train.shape);
        Assert.Equal([10000L, 28, 28], X_test.shape);
        Assert.Equal([10000L], y_test.shape);
        Assert.Equal("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db", Sum([0, 0, 8, 3, 0, 0, 0xEA, 0x60, 0, 0, 0, 28, 0, 0, 0, 28], X_train));
        Assert.Equal("65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5", Sum([0, 0, 8, 1, 0, 0, 0xEA, 0x60], y_train));
        Assert.Equal("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7", Sum([0, 0, 8, 3, 0, 0, 0x27, 0x10, 0, 0, 0, 28, 0, 0, 0, 28], X_test));
        Assert.Equal("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2", Sum([0, 0, 8, 1, 0, 0, 0x27, 0x10], y_test));
    }

    [Fact]
    public void Every_file_has_a_mirror_and_a_checksum() =>
        Assert.All(mnist.Description.Files.Append(mnist.Description.Npz!), file =>
        {
            Assert.NotNull(file.Checksum);
            Assert.All(file.Mirrors, mirror => Assert.Equal("https", mirror.Scheme));
            Assert.All(file.Mirrors, mirror => Assert.EndsWith("/" + file.Name, mirror.AbsolutePath, StringComparison.Ordinal));
            Assert.NotEmpty(file.Mirrors);
        });

    [Fact]
    public void An_empty_path_is_refused() => Assert.ThrowsAny<ArgumentException>(() => mnist.load_data("", TestContext.Current.CancellationToken));

    // The sums are those of the files: header and data.
    private static string Sum(byte[] header, NDArray array) => Convert.ToHexStringLower(SHA256.HashData([.. header, .. array.ToArray<byte>()]));
}
