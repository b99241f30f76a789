using System.Security.Cryptography;
using KerasSharp.Datasets;
using KerasSharp.TestSupport;
using KerasSharp.Tests.Utils;
using KerasSharp.Utils;
using NumSharp;
using static KerasSharp.keras.datasets;

namespace KerasSharp.Tests.Datasets;

public sealed class CifarDatasetTests : IDisposable
{
    // Two training files of two images, one test file of one; a coarse and a fine label each.
    private static readonly byte[][] Images = [Random(2, 1), Random(2, 2), Random(1, 3)];
    private static readonly byte[][] Coarse = [[0, 1], [1, 0], [1]];
    private static readonly byte[][] Fine = [[9, 3], [0, 4], [2]];
    private static readonly string[] Names = ["one", "two", "test"];
    private static readonly CifarLabel CoarseLabel = new("coarse_labels", 0, 2, 2);
    private static readonly CifarLabel FineLabel = new("fine_labels", 1, 2, 10);

    private readonly byte[] binary = Files.Gzip(Pickles.Tar([.. Names.Select((name, i) => ($"toy-binary/{name}.bin", Binary(i)))]));
    private readonly byte[] pickled = Files.Gzip(Pickles.Tar([.. Names.Select((name, i) => ($"toy-python/{name}", Pickled(i)))]));
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter log = new();
    private readonly LoopbackServer server;

    public CifarDatasetTests() => server = new(request => request.Path == "/toy-python.tar.gz" ? LoopbackServer.Serve(pickled, request) : new(404, []));

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("named/toy/toy-binary.tar.gz")]
    [InlineData("named/toy-binary.tar.gz")]
    [InlineData("named/toy-python.tar.gz")]
    [InlineData("named/toy/toy-cached.tar.gz")]
    [InlineData("cache/toy-cached.tar.gz")]
    [InlineData("cache/toy-binary.tar.gz")]
    public void An_archive_is_read_wherever_it_lies(string place)
    {
        Write(place, place.Contains("binary", StringComparison.Ordinal) ? binary : pickled);
        Directory.CreateDirectory(folder["named"]);
        Check(Load("named", FineLabel), Fine);
        Check(Load("named", CoarseLabel), Coarse);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("named/toy/toy-binary/", ".bin")]
    [InlineData("cache/toy-python/", "")]
    public void Unpacked_files_are_read_and_not_kept_once_more(string place, string ending)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            Write(place + Names[i] + ending, ending.Length > 0 ? Binary(i) : Pickled(i));
        }

        Directory.CreateDirectory(folder["named"]);
        Check(Load("named", FineLabel), Fine);
        Assert.False(Directory.Exists(folder["cache/kerassharp"]));
    }

    [Fact]
    public void What_came_from_an_archive_is_kept_until_the_archive_changes()
    {
        Write("named/toy-binary.tar.gz", binary);
        Check(Load("named", FineLabel), Fine);
        var kept = Assert.Single(Directory.GetFiles(folder["cache/kerassharp"]));

        // The kept file is what is read now: a pixel changed in it comes through.
        var bytes = File.ReadAllBytes(kept);
        var at = bytes.AsSpan().IndexOf(Interleaved(Images[0]).AsSpan(0, 100));
        bytes[at] ^= 0xFF;
        File.WriteAllBytes(kept, bytes);
        Assert.Equal(bytes[at], Load("named", FineLabel).TrainImages[0]);

        File.SetLastWriteTimeUtc(folder["named/toy-binary.tar.gz"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Check(Load("named", FineLabel), Fine);
        Assert.NotEqual(kept, Assert.Single(Directory.GetFiles(folder["cache/kerassharp"])));
    }

    [Fact]
    public void A_damaged_kept_file_or_a_cache_that_cannot_be_written_does_not_matter()
    {
        Write("named/toy-binary.tar.gz", binary);
        Load("named", FineLabel);
        File.WriteAllText(Assert.Single(Directory.GetFiles(folder["cache/kerassharp"])), "damaged");
        Check(Load("named", FineLabel), Fine);

        Directory.Delete(folder["cache"], recursive: true);
        File.WriteAllText(folder["cache"], "a file where the folder must be");
        Check(Load("named", FineLabel), Fine);
        Assert.Contains("The unpacked data are not kept for the next time: ", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_nowhere_is_downloaded_under_the_name_that_Keras_gives_it()
    {
        Check(Load(null, FineLabel), Fine);
        Assert.Equal(pickled, File.ReadAllBytes(folder["cache/toy-cached.tar.gz"]));
        Check(Load(null, CoarseLabel), Coarse);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_damaged_archive_is_an_error_in_the_named_folder_and_fetched_anew_in_the_cache()
    {
        Write("named/toy-binary.tar.gz", Files.Gzip(Pickles.Tar(("toy-binary/one.bin", Binary(0)))));
        Assert.Equal($"{folder["named/toy-binary.tar.gz"]}: There is no file toy-binary/two.bin in the archive.", Assert.Throws<OSError>(() => Load("named", FineLabel)).Message);
        Write("cache/toy-cached.tar.gz", pickled[..^200]);
        Check(Load(null, FineLabel), Fine);
        Assert.Contains("The cached file is not usable, so it is not used: " + folder["cache/toy-cached.tar.gz"], log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_a_wrong_length_and_labels_out_of_range_are_refused()
    {
        Write("named/toy-binary.tar.gz", Files.Gzip(Pickles.Tar(("toy-binary/one.bin", Binary(0)[..^1]), ("toy-binary/two.bin", Binary(1)), ("toy-binary/test.bin", Binary(2)))));
        Assert.EndsWith("toy-binary.tar.gz, one.bin: The file has 6147 bytes, expected a multiple of 3074 (2 for labels, 3072 for an image).",
            Assert.Throws<OSError>(() => Load("named", FineLabel)).Message, StringComparison.Ordinal);
        Write("named/toy-binary.tar.gz", binary);
        Assert.EndsWith("one.bin: There is a label 9, expected 0 to 8.",
            Assert.Throws<OSError>(() => Load("named", FineLabel with { Classes = 9 })).Message, StringComparison.Ordinal);
        File.Delete(folder["named/toy-binary.tar.gz"]);
        Write("named/toy-python.tar.gz", pickled);
        // The batches are read at once: any of them may be the first to be refused.
        Assert.Matches("(one|two|test): Expected an array 'data' of shape \\(n, 3072\\) and a list 'names' of n labels\\.$",
            Assert.Throws<OSError>(() => Load("named", FineLabel with { Key = "names" })).Message);
    }

    [Fact]
    public void What_is_nowhere_to_be_had_is_an_error_that_lists_all_that_was_tried()
    {
        var places = new DatasetPlaces(folder.Path, folder["cache"], log, () => new Downloader(log, redraw: false));
        var gone = Dataset(server.Root + "gone/");
        Assert.Equal(
        [
            "toy.load_data() found no data. Tried in turn:",
            $"  - {folder.Path} (KERASSHARP_DATASETS): no toy-python/, no toy-python.tar.gz, no toy-binary/, no toy-binary.tar.gz in toy/ or beside it",
            $"  - {folder["cache"]} (the cache): no toy-python/, no toy-python.tar.gz, no toy-binary/, no toy-binary.tar.gz",
            $"  - {server.Root}gone/toy-python.tar.gz: 404 Scripted",
            $"  - {server.Root}gone/toy-binary.tar.gz: 404 Scripted",
        ], Assert.Throws<DatasetNotFoundError>(() => gone.Load(places, FineLabel, TestContext.Current.CancellationToken)).Message.Split('\n')[..^1]);
    }

    [Fact]
    public void The_real_CIFAR_10_has_the_tutorials_counts_and_statistics()
    {
        Assert.SkipWhen(Paths.Datasets is null || !File.Exists(Path.Combine(Paths.Datasets, "cifar-10", "cifar-10-binary.tar.gz")), "The real CIFAR-10 is not here.");
        var places = DatasetPlaces.FromEnvironment() with { Cache = folder["cache"] };
        var arrays = cifar10.Description.Load(places, cifar10.Label, TestContext.Current.CancellationToken).ToArrays(labels => labels);
        Assert.Equal([50000L, 32, 32, 3], arrays.x_train.shape);
        Assert.Equal([50000L, 1], arrays.y_train.shape);
        Assert.Equal([10000L, 32, 32, 3], arrays.x_test.shape);
        Assert.Equal([10000L, 1], arrays.y_test.shape);
        Assert.All([arrays.x_train, arrays.y_train, arrays.x_test, arrays.y_test], array => Assert.Equal(NPTypeCode.Byte, array.typecode));
        Assert.All(arrays.y_train.ToArray<byte>().CountBy(label => label), pair => Assert.Equal(5000, pair.Value));
        Assert.All(arrays.y_test.ToArray<byte>().CountBy(label => label), pair => Assert.Equal(1000, pair.Value));
        var pixels = arrays.x_train.ToArray<byte>();
        (double Mean, double Deviation)[] tutorial = [(0.4914, 0.2470), (0.4822, 0.2435), (0.4465, 0.2616)];
        for (var channel = 0; channel < 3; channel++)
        {
            var (sum, squares) = (0.0, 0.0);
            for (var i = channel; i < pixels.Length; i += 3)
            {
                var value = pixels[i] / 255.0;
                (sum, squares) = (sum + value, squares + (value * value));
            }

            var mean = sum / (pixels.Length / 3);
            Assert.Equal(tutorial[channel].Mean, mean, 5e-5);
            Assert.Equal(tutorial[channel].Deviation, Math.Sqrt((squares / (pixels.Length / 3)) - (mean * mean)), 5e-5);
        }
    }

    [Fact]
    public void An_unknown_label_mode_is_refused_in_Keras_words() =>
        Assert.Equal("`label_mode` must be one of `\"fine\"`, `\"coarse\"`. Received: label_mode=rough.",
            Assert.Throws<ValueError>(() => cifar100.load_data("rough", TestContext.Current.CancellationToken)).Message);

    private static byte[] Random(int count, int seed)
    {
        var images = new byte[count * 3072];
        new Random(seed).NextBytes(images);
        return images;
    }

    private static byte[] Binary(int file) =>
        [.. Images[file].Chunk(3072).SelectMany((image, i) => (byte[])[Coarse[file][i], Fine[file][i], .. image])];

    private static byte[] Pickled(int file) => Pickles.Batch(Images[file], ("coarse_labels", Coarse[file]), ("fine_labels", Fine[file]));

    // A naive reference: colour c of pixel (y, x) lies at c, y, x.
    private static byte[] Interleaved(byte[] images)
    {
        var result = new byte[images.Length];
        for (var i = 0; i < images.Length; i++)
        {
            var (image, colour, pixel) = (i / 3072, i % 3072 / 1024, i % 1024);
            result[(image * 3072) + (pixel * 3) + colour] = images[i];
        }

        return result;
    }

    private static void Check(CifarImages images, byte[][] labels)
    {
        Assert.Equal(Interleaved([.. Images[0], .. Images[1]]), images.TrainImages);
        Assert.Equal([.. labels[0], .. labels[1]], images.TrainLabels);
        Assert.Equal(Interleaved(Images[2]), images.TestImages);
        Assert.Equal(labels[2], images.TestLabels);
    }

    private void Write(string place, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[place])!);
        File.WriteAllBytes(folder[place], content);
    }

    private CifarImages Load(string? named, CifarLabel label) => Dataset(server.Root).Load(
        new(named is null ? null : folder[named], folder["cache"], log, () => new(log, redraw: false)), label, TestContext.Current.CancellationToken);

    private CifarDataset Dataset(string origin) => new("toy", "toy",
        new(RemoteFile.In("toy-python.tar.gz", Sum(pickled), 1_000_000, origin), "toy-cached.tar.gz", "toy-python", Names[..2], "test", IsPickled: true),
        new(RemoteFile.In("toy-binary.tar.gz", Sum(binary), 1_000_000, origin), "toy-binary.tar.gz", "toy-binary", ["one.bin", "two.bin"], "test.bin", IsPickled: false));

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
