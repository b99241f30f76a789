using static KerasSharp.keras.datasets;

namespace KerasSharp.Tests.Datasets;

public class FashionMnistTests
{
    // MNIST's files have the same names: a folder that holds them beside others must not be taken for Fashion-MNIST.
    [Fact]
    public void Its_folders_and_files_are_its_own()
    {
        Assert.Empty(fashion_mnist.Description.Folders.Intersect(mnist.Description.Folders));
        Assert.DoesNotContain("", fashion_mnist.Description.Folders);
        Assert.Empty(fashion_mnist.Description.Files.Select(file => file.Checksum!.Hex).Intersect(mnist.Description.Files.Select(file => file.Checksum!.Hex)));
        Assert.Equal(mnist.Description.Files.Select(file => file.Name), fashion_mnist.Description.Files.Select(file => file.Name));
        Assert.Equal("fashion-mnist", fashion_mnist.Description.Folders[0]); // Keras's cache
        Assert.All(fashion_mnist.Description.Files, file => Assert.Equal(2, file.Mirrors.Count));
    }
}
