using System.Collections.Frozen;
using System.Security.Cryptography;
using KerasSharp.Datasets;
using KerasSharp.Tests.Utils;
using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp.Tests.Datasets;

public sealed class IdxDatasetTests : IDisposable
{
    private static readonly string[] Names = ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"];
    private static readonly byte[][] Contents = [Files.Idx([4, 3, 2], Files.Counting(24)), Files.Idx([4], [5, 0, 4, 1]), Files.Idx([2, 3, 2], Files.Counting(12)), Files.Idx([2], [7, 2])];

    // Everything that a server has, by path.
    private readonly FrozenDictionary<string, byte[]> web;
    private readonly LoopbackServer server;
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter log = new();

    public IdxDatasetTests()
    {
        Files.WriteNpz(folder["web.npz"],
            ("x_train", Files.Npy("|u1", "4, 3, 2", Files.Counting(24))), ("y_train", Files.Npy("|u1", "4,", [5, 0, 4, 1])),
            ("x_test", Files.Npy("|u1", "2, 3, 2", Files.Counting(12))), ("y_test", Files.Npy("|u1", "2,", [7, 2])));
        web = Names.Zip(Contents, (name, content) => KeyValuePair.Create("/idx/" + name, Files.Gzip(content)))
            .Append(KeyValuePair.Create("/npz/toy.npz", File.ReadAllBytes(folder["web.npz"]))).ToFrozenDictionary();
        server = new LoopbackServer(request => Offline(request.Path) ? new(404, []) : LoopbackServer.Serve(web[request.Path], request));
    }

    private Func<string, bool> Offline { get; set; } = _ => false;

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("toy", true)]
    [InlineData("toy", false)]
    [InlineData("TOY/raw", false)]
    public void The_named_folder_comes_first_packed_or_not(string below, bool packed)
    {
        WriteIdx(Path.Combine("named", below), packed);
        Check(Load("named"));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Files_may_be_named_with_a_dot()
    {
        WriteIdx(Path.Combine("named", "toy"), packed: false);
        var dotted = folder["named/toy/train-images.idx3-ubyte"];
        File.Move(folder["named/toy/train-images-idx3-ubyte"], dotted);
        Check(Load("named"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("toy")]
    public void The_named_folder_may_hold_the_npz(string below)
    {
        Directory.CreateDirectory(Path.Combine(folder["named"], below));
        File.Copy(folder["web.npz"], Path.Combine(folder["named"], below, "toy.npz"));
        Check(Load("named"));
    }

    [Fact]
    public void A_damaged_file_in_the_named_folder_is_an_error_and_nothing_else_is_tried()
    {
        WriteIdx("named/toy", packed: false);
        File.WriteAllBytes(folder["named/toy/t10k-labels-idx1-ubyte"], Files.Idx([2], [7]));
        var error = Assert.Throws<OSError>(() => Load("named"));
        Assert.Equal($"{folder["named/toy/t10k-labels-idx1-ubyte"]}: The header declares 2 = 2 bytes of data, the file has 1.", error.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void As_many_labels_as_images_are_asked_for()
    {
        WriteIdx("named/toy", packed: false);
        File.WriteAllBytes(folder["named/toy/train-labels-idx1-ubyte"], Files.Idx([3], [5, 0, 4]));
        Assert.EndsWith("train-images-idx3-ubyte has the shape (4, 3, 2), " + folder["named/toy/train-labels-idx1-ubyte"] + " (3,): expected as many labels as images.",
            Assert.Throws<OSError>(() => Load("named")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cache_that_Python_shares_comes_next()
    {
        Directory.CreateDirectory(folder["cache"]);
        File.Copy(folder["web.npz"], folder["cache/toy.npz"]);
        Check(Load());
        File.Move(folder["cache/toy.npz"], folder["cache/other.npz"]);
        Check(Load(path: "other.npz"));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_cached_file_with_another_sum_is_told_and_fetched_anew_as_Keras_does()
    {
        Directory.CreateDirectory(folder["cache"]);
        File.WriteAllBytes(folder["cache/toy.npz"], Files.Counting(100));
        Check(Load());
        Assert.Contains("The cached file is not usable, so it is not used: " + folder["cache/toy.npz"], log.ToString(), StringComparison.Ordinal);
        Assert.Equal(web["/npz/toy.npz"], File.ReadAllBytes(folder["cache/toy.npz"]));
    }

    [Fact]
    public void What_is_nowhere_is_downloaded_into_the_cache_once()
    {
        Check(Load());
        Check(Load());
        Assert.Equal(["/npz/toy.npz"], server.Requests.Select(request => request.Path));
        Assert.Equal(web["/npz/toy.npz"], File.ReadAllBytes(folder["cache/toy.npz"]));
    }

    [Fact]
    public void Where_Keras_file_is_not_to_be_had_the_four_files_are()
    {
        Offline = path => path == "/npz/toy.npz";
        Check(Load());
        Check(Load());
        Assert.Equal(5, server.Requests.Count);
        Assert.Equal(Names.Order(), Directory.GetFiles(folder["cache/toy"]).Select(path => Path.GetFileName(path)!).Order());
    }

    [Fact]
    public void A_download_that_broke_off_between_files_goes_on_with_the_missing_ones()
    {
        Offline = path => path is "/npz/toy.npz" || path.Contains("t10k", StringComparison.Ordinal);
        Assert.Throws<DatasetNotFoundError>(() => Load());
        server.Requests.Clear();
        Offline = path => path == "/npz/toy.npz";
        Check(Load());
        Assert.Equal(["/npz/toy.npz", "/idx/" + Names[2], "/idx/" + Names[3]], server.Requests.Select(request => request.Path));
    }

    [Fact]
    public void What_is_nowhere_to_be_had_is_an_error_that_lists_all_that_was_tried()
    {
        Offline = _ => true;
        Directory.CreateDirectory(folder["named"]);
        var lines = Assert.Throws<DatasetNotFoundError>(() => Load("named")).Message.Split('\n');
        Assert.Equal(
        [
            "toy.load_data() found no data. Tried in turn:",
            $"  - {folder["named"]} (KERASSHARP_DATASETS): no train-images-idx3-ubyte.gz in toy/ or TOY/raw/",
            $"  - {folder["cache"]} (the cache): no toy.npz, no train-images-idx3-ubyte.gz in toy/ or TOY/raw/",
            $"  - {server.Root}npz/toy.npz: 404 Scripted",
            $"  - {server.Root}idx/train-images-idx3-ubyte.gz: 404 Scripted",
        ], lines[..^1]);
        Assert.Contains("KERASSHARP_DATASETS", lines[^1], StringComparison.Ordinal);
        Assert.Contains("toy.npz", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_data_set_in_the_named_folder_is_told()
    {
        Offline = _ => true;
        WriteIdx("named/toy", packed: true);
        File.Delete(folder["named/toy/" + Names[3]]);
        Assert.Contains("(KERASSHARP_DATASETS): incomplete, there is no t10k-labels-idx1-ubyte.gz", Assert.Throws<DatasetNotFoundError>(() => Load("named")).Message,
            StringComparison.Ordinal);
    }

    private static void Check(DatasetArrays arrays)
    {
        Assert.Equal([4L, 3, 2], arrays.x_train.shape);
        Assert.Equal(Files.Counting(24), arrays.x_train.ToArray<byte>());
        Assert.Equal(new byte[] { 5, 0, 4, 1 }, arrays.y_train.ToArray<byte>());
        Assert.Equal(Files.Counting(12), arrays.x_test.ToArray<byte>());
        Assert.Equal(new byte[] { 7, 2 }, arrays.y_test.ToArray<byte>());
        Assert.All([arrays.x_train, arrays.y_train, arrays.x_test, arrays.y_test], array => Assert.Equal(NPTypeCode.Byte, array.typecode));
    }

    private void WriteIdx(string below, bool packed)
    {
        Directory.CreateDirectory(folder[below]);
        foreach (var (name, content) in Names.Zip(Contents))
        {
            File.WriteAllBytes(Path.Combine(folder[below], packed ? name : name[..^3]), packed ? Files.Gzip(content) : content);
        }
    }

    private DatasetArrays Load(string? named = null, string path = "toy.npz")
    {
        var toy = new IdxDataset("toy", ["toy", "TOY/raw"], Array.ConvertAll(Names, name => Remote("idx/", name)), Remote("npz/", "toy.npz"));
        var places = new DatasetPlaces(named is null ? null : folder[named], folder["cache"], log, () => new Downloader(log, redraw: false));
        return toy.Load(places, path, TestContext.Current.CancellationToken);
    }

    private RemoteFile Remote(string below, string name) =>
        RemoteFile.In(name, Convert.ToHexStringLower(SHA256.HashData(web["/" + below + name])), 100_000, server.Root + below);
}
