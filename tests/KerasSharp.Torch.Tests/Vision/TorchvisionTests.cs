using KerasSharp.Datasets;
using KerasSharp.Tests.Datasets;
using KerasSharp.Tests.Utils;
using KerasSharp.Torch;
using TorchSharp;
using static KerasSharp.Torch.torchvision;
using static TorchSharp.torch.utils.data;

namespace KerasSharp.Tests.Vision;

/// <summary>On tiny data sets in a folder of the test's own, which is looked in first.</summary>
public sealed class TorchvisionTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public TorchvisionTests()
    {
        var mnist = Directory.CreateDirectory(root["MNIST/raw"]).FullName;
        foreach (var (name, labels) in new[] { ("train", new byte[] { 5, 0, 4, 9, 2 }), ("t10k", [7, 1]) })
        {
            File.WriteAllBytes(Path.Combine(mnist, $"{name}-images-idx3-ubyte"), Files.Idx([labels.Length, 28, 28], Files.Counting(labels.Length * 784)));
            File.WriteAllBytes(Path.Combine(mnist, $"{name}-labels-idx1-ubyte"), Files.Idx([labels.Length], labels));
        }

        // Stored plane by plane: red counts up, green is 51, blue 255.
        var cifar = Directory.CreateDirectory(root["cifar-10-batches-bin"]).FullName;
        byte[] image = [.. Files.Counting(1024), .. Enumerable.Repeat((byte)51, 1024), .. Enumerable.Repeat((byte)255, 1024)];
        foreach (var (name, label) in new[] { ("data_batch_1", 6), ("data_batch_2", 9), ("data_batch_3", 0), ("data_batch_4", 3), ("data_batch_5", 1), ("test_batch", 8) })
        {
            File.WriteAllBytes(Path.Combine(cifar, name + ".bin"), [(byte)label, .. image]);
        }
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public void MNIST_gives_the_images_as_they_are_stored()
    {
        using var train = datasets.MNIST(root: root.Path, train: true, download: true);
        using var test = datasets.MNIST(root: root.Path, train: false, download: true);
        Assert.Equal((5, 2), (train.Count, test.Count));
        Assert.Equal([5L, 28, 28], train.data.shape);
        Assert.Equal([5L, 0, 4, 9, 2], train.targets.data<long>().ToArray());
        Assert.Equal([7L, 1], test.targets.data<long>().ToArray());
        Assert.Equal(10, train.classes.Count);
        var (image, label) = train.GetTensor(1);
        Assert.Equal(torch.ScalarType.Byte, image.dtype);
        Assert.Equal(Files.Counting(1568)[784..], image.contiguous().data<byte>().ToArray());
        Assert.Equal(0, label.item<long>());
        Assert.Equal(2, train.GetTensor(-1)[1].item<long>());
    }

    [Fact]
    public void CIFAR10_through_ToTensor_is_channels_first_from_0_to_1()
    {
        using var train = datasets.CIFAR10(root: root.Path, train: true, download: true, transform: transforms.ToTensor());
        using var test = datasets.CIFAR10(root: root.Path, train: false, download: true, transform: transforms.ToTensor());
        Assert.Equal([5L, 32, 32, 3], train.data.shape);
        Assert.Equal([6L, 9, 0, 3, 1], train.targets.data<long>().ToArray());
        Assert.Equal("ship", test.classes[(int)test.targets[0].item<long>()]);
        var (image, label) = test.GetTensor(0);
        Assert.Equal([3L, 32, 32], image.shape);
        Assert.Equal(8, label.item<long>());
        var red = Files.Counting(1024).Select(value => value / 255f);
        Assert.Equal([.. red, .. Enumerable.Repeat(51 / 255f, 1024), .. Enumerable.Repeat(1f, 1024)], image.data<float>().ToArray());
    }

    [Fact]
    public void A_DataLoader_stacks_them_into_batches()
    {
        using var train = datasets.MNIST(root: root.Path, transform: transforms.ToTensor());
        using var loader = DataLoader(train, batchSize: 2);
        var labels = new List<long>();
        foreach (var (batch_x, batch_y) in loader)
        {
            Assert.Equal([batch_y.size(0), 1, 28, 28], batch_x.shape);
            Assert.InRange(batch_x.max().item<float>(), 0.5f, 1f);
            Assert.Equal(0, batch_x.min().item<float>());
            labels.AddRange(batch_y.data<long>().ToArray());
        }

        Assert.Equal([5L, 0, 4, 9, 2], labels);
    }

    [Fact]
    public void It_outlives_the_scope_that_it_is_made_in()
    {
        VisionDataset train;
        using (torch.NewDisposeScope())
        {
            train = datasets.MNIST(root.Path);
        }

        Assert.Equal(4, train.GetTensor(2)[1].item<long>());
        train.Dispose();
    }

    [Fact]
    public void Nothing_found_and_no_download_wanted_says_so_and_asks_nobody()
    {
        var places = new DatasetPlaces(null, root["cache"], TextWriter.Null, () => throw new InvalidOperationException("a download"));
        var (mnist, cifar10) = (keras.datasets.mnist.Description, keras.datasets.cifar10.Description);
        Check(() => VisionLoader.Load("none", root["empty"], false, mnist.In, here => mnist.Load(places with { MayDownload = here.MayDownload }, null, default)));
        Check(() => VisionLoader.Load("none", root["empty"], false, (_, _) => null, here =>
            cifar10.Load(places with { MayDownload = here.MayDownload }, keras.datasets.cifar10.Label, default).ToArrays(labels => labels)));

        void Check(Action load)
        {
            var error = Assert.Throws<RuntimeError>(load);
            Assert.StartsWith("Dataset not found. You can use download=True to download it", error.Message, StringComparison.Ordinal);
            Assert.Contains(root["empty"], error.Message, StringComparison.Ordinal);
            Assert.Contains(root["cache"], error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_damaged_file_in_root_is_named()
    {
        File.WriteAllBytes(root["MNIST/raw/train-images-idx3-ubyte"], [0, 0, 8, 3, 0]);
        Assert.Contains("train-images-idx3-ubyte", Assert.ThrowsAny<OSError>(() => datasets.MNIST(root.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<TypeError>(() => datasets.MNIST(root: null!));
        Assert.Throws<ValueError>(() => datasets.CIFAR10(root: "a\0b"));
        var unsupported = Assert.Throws<NotImplementedError>(() => datasets.MNIST(root.Path, target_transform: (long label) => label));
        Assert.Contains("MNIST(target_transform=...)", unsupported.Message, StringComparison.Ordinal);

        using var train = datasets.MNIST(root.Path, transform: _ => null!);
        Assert.Throws<IndexError>(() => train.GetTensor(5));
        Assert.Throws<IndexError>(() => train.GetTensor(-6));
        Assert.Throws<IndexError>(() => train.GetTensor(long.MinValue));
        Assert.Throws<TypeError>(() => train.GetTensor(0));
    }

    [Fact]
    public void ToTensor_takes_images_only()
    {
        var transform = transforms.ToTensor();
        Assert.Throws<ArgumentNullException>(() => transform(null!));
        Assert.Throws<TypeError>(() => transform(torch.zeros(2, 2)));
        Assert.Throws<ValueError>(() => transform(torch.zeros(4, dtype: torch.ScalarType.Byte)));
        Assert.Throws<ValueError>(() => transform(torch.zeros(1, 2, 2, 3, dtype: torch.ScalarType.Byte)));
        Assert.Equal([3L, 0, 2], transform(torch.zeros(0, 2, 3, dtype: torch.ScalarType.Byte)).shape);
    }
}
