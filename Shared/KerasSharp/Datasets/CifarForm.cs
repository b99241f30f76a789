using KerasSharp.Utils;
using NumSharp;

namespace KerasSharp.Datasets;

/// <summary>A label of an image: CIFAR-10 has one, CIFAR-100 a coarse and a fine one.</summary>
/// <param name="Key">Its name in the pickles.</param>
/// <param name="Index">Its position among the bytes before an image in the binary form.</param>
/// <param name="Count">How many such bytes there are.</param>
/// <param name="Classes">How many values it has.</param>
internal sealed record CifarLabel(string Key, int Index, int Count, int Classes);

/// <summary>Images uint8, row-major <c>(count, 32, 32, 3)</c>, and their labels.</summary>
internal sealed record CifarImages(byte[] TrainImages, byte[] TrainLabels, byte[] TestImages, byte[] TestLabels)
{
    /// <summary>As Keras shapes them; <paramref name="labels"/> gives the labels their type.</summary>
    public DatasetArrays ToArrays(Func<byte[], Array> labels) =>
        new(Images(TrainImages, TrainLabels), Column(labels(TrainLabels)), Images(TestImages, TestLabels), Column(labels(TestLabels)));

    private static NDArray Images(byte[] images, byte[] labels) => new(images, new Shape(labels.Length, 32, 32, 3));

    private static NDArray Column(Array labels) => new(labels, new Shape(labels.Length, 1));
}

/// <summary>One of the forms in which CIFAR is published.</summary>
/// <param name="Archive">Its archive.</param>
/// <param name="CachedArchive">The archive's name in Keras's cache.</param>
/// <param name="Folder">The folder in the archive.</param>
/// <param name="Train">The files of training images, in order.</param>
/// <param name="Test">The file of test images.</param>
/// <param name="IsPickled">Python's pickles, or plain bytes.</param>
internal sealed record CifarForm(RemoteFile Archive, string CachedArchive, string Folder, string[] Train, string Test, bool IsPickled)
{
    // CIFAR-100's training file has 155 MB.
    private const long MaxBytes = 1 << 28;

    /// <summary>All files that hold images.</summary>
    public string[] Files => [.. Train, Test];

    /// <summary>The images and one of their labels.</summary>
    /// <param name="path">The folder, or the archive.</param>
    /// <param name="label">Which label.</param>
    /// <exception cref="OSError">A file is missing or damaged. The message names it, what was expected, and what was found.</exception>
    public CifarImages Read(string path, CifarLabel label)
    {
        var contents = Directory.Exists(path) ? ReadFolder(path) : ReadArchive(path);
        var batches = new CifarBatch[Files.Length];
        InParallel.Run(batches.Length, i => batches[i] = IsPickled
            ? CifarBatch.OfPickle(contents[i], $"{path}, {Files[i]}", label)
            : CifarBatch.OfBytes(contents[i], $"{path}, {Files[i]}", label));
        var (trainImages, trainLabels) = CifarBatch.Join(batches.AsSpan()[..^1]);
        var (testImages, testLabels) = CifarBatch.Join(batches.AsSpan()[^1..]);
        return new(trainImages, trainLabels, testImages, testLabels);
    }

    private byte[][] ReadFolder(string path)
    {
        var contents = new byte[Files.Length][];
        try
        {
            for (var i = 0; i < contents.Length; i++)
            {
                var file = Path.Combine(path, Files[i]);
                contents[i] = new FileInfo(file).Length is var length && length <= MaxBytes
                    ? File.ReadAllBytes(file) : throw new OSError($"{file}: The file has {length} bytes, at most {MaxBytes} are expected.");
            }
        }
        catch (Exception error) when (error is UnauthorizedAccessException or (IOException and not OSError))
        {
            throw new OSError(error.Message, error);
        }

        return contents;
    }

    private byte[][] ReadArchive(string path)
    {
        var found = new Dictionary<string, byte[]>();
        var names = Files.ToDictionary(file => $"{Folder}/{file}");
        TarArchive.Read(path, names.ContainsKey, (name, content) => found[names[name]] = content);
        return [.. Files.Select(file => found.TryGetValue(file, out var content)
            ? content : throw new OSError($"{path}: There is no file {Folder}/{file} in the archive."))];
    }
}
