using System.Formats.Tar;
using System.IO.Compression;
using KerasSharp.TestSupport;
using static KerasSharp.keras.datasets;

namespace KerasSharp.Tests.Parts;

public sealed class Cifar10BlockTests : IDisposable
{
    private const string Data = "cifar-10/cifar-10-binary.tar.gz";
    private const string Single = "單張影像詳細資訊";
    private const string Statistics = "\n資料集統計資訊";
    private static readonly string[] Names = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];
    private readonly PartProcess process = new();

    public void Dispose() => process.Dispose();

    [Fact]
    public async Task Text_and_figure_are_the_tutorial_s()
    {
        var (exitCode, output, error) = await process.RunPart1OnAsync(Data, "cifar10");
        Assert.Equal(0, exitCode);
        Assert.Contains($"figure: {process.FigureOf("cifar10")}", error, StringComparison.Ordinal);

        // Which image comes first depends on the archive, all else on no order.
        var expected = Part1Process.Expected("cifar10");
        Assert.Equal(Before(expected, Single), Before(output, Single));
        Assert.Equal(From(expected, Statistics), From(output, Statistics));
        Assert.Contains("均值 (Mean): [0.4914, 0.4822, 0.4465]\n 標準差 (Std): [0.2470, 0.2435, 0.2616]\n", output, StringComparison.Ordinal);
        var record = await FirstRecord();
        var channels = string.Concat("RGB".Select((name, i) => $" {name} 通道: {Channel(record, i).Min()} ~ {Channel(record, i).Max()}\n"));
        Assert.Equal($"{Single}\n{new string('=', 60)}\n標籤: {record[0]} ({Names[record[0]]})\n影像形狀: (32, 32, 3)\nRGB 三個通道的像素範圍:\n{channels}",
            From(Before(output, Statistics), Single));

        AssertFigure();
    }

    [Fact]
    public async Task Without_data_it_says_what_it_tried_and_ends_with_3()
    {
        var (exitCode, output, error) = await process.RunPart1Async("cifar10");
        Assert.Equal(3, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("cifar10: ", error, StringComparison.Ordinal);
        Assert.Contains("cifar10.load_data() found no data. Tried in turn:", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private void AssertFigure()
    {
        using var picture = new Picture(process.FigureOf("cifar10"));
        Assert.Equal((1500, 1500), picture.Size);

        // The frames of the images are the only lines that run through the figure: two for each column and row of images.
        var (columns, rows) = (Between(picture.DarkColumns(0.82)), Between(picture.DarkRows(0.82)));
        Assert.Equal((10, 10), (columns.Count, rows.Count));
        Assert.False(picture.HasInk(0, 0, 1500, 3));
        Assert.True(picture.HasInk(500, 3, 1000, rows[0].Start - 5));

        // Beside each row its two-line label, which does not touch the edge.
        Assert.False(picture.HasInk(0, 0, 3, 1500));
        Assert.All(rows, row => Assert.True(picture.HasInk(3, row.Start, columns[0].Start - 3, row.End)));

        var ((X_train, y_train), _) = cifar10.load_data(TestContext.Current.CancellationToken);
        var (images, labels) = (X_train.ToArray<byte>(), y_train.ToArray<byte>());
        for (var kind = 0; kind < 10; kind++)
        {
            var examples = Enumerable.Range(0, labels.Length).Where(i => labels[i] == kind).Take(10).ToArray();
            for (var column = 0; column < 10; column++)
            {
                AssertShows(picture, columns[column], rows[kind], images.AsSpan(examples[column] * 3072, 3072));
            }
        }
    }

    private static void AssertShows(Picture picture, (int Start, int End) column, (int Start, int End) row, ReadOnlySpan<byte> image)
    {
        // Not the outermost pixels: the frame lies half over them.
        for (var y = 1; y < 31; y++)
        {
            for (var x = 1; x < 31; x++)
            {
                var (r, g, b) = picture[column.Start + ((column.End - column.Start) * (x + 0.5) / 32), row.Start + ((row.End - row.Start) * (y + 0.5) / 32)];
                var at = ((y * 32) + x) * 3;
                Assert.Equal((image[at], image[at + 1], image[at + 2]), (r, g, b));
            }
        }
    }

    // From the middle of one line of a frame to the middle of the next.
    private static List<(int Start, int End)> Between(List<(int Start, int End)> lines) =>
        [.. lines.Chunk(2).Select(pair => (Middle(pair[0]), Middle(pair[^1])))];

    private static int Middle((int Start, int End) line) => (line.Start + line.End) / 2;

    private static async Task<byte[]> FirstRecord()
    {
        await using var file = File.OpenRead(Path.Combine(Paths.Datasets!, Data));
        await using var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        while (await tar.GetNextEntryAsync(cancellationToken: TestContext.Current.CancellationToken) is { } entry)
        {
            if (entry.Name.EndsWith("data_batch_1.bin", StringComparison.Ordinal))
            {
                var record = new byte[3073];
                await entry.DataStream!.ReadExactlyAsync(record, TestContext.Current.CancellationToken);
                return record;
            }
        }

        throw new InvalidDataException("no data_batch_1.bin in the archive");
    }

    private static byte[] Channel(byte[] record, int channel) => record[(1 + (channel * 1024))..(1025 + (channel * 1024))];

    private static string Before(string text, string mark) => text[..text.IndexOf(mark, StringComparison.Ordinal)];

    private static string From(string text, string mark) => text[text.IndexOf(mark, StringComparison.Ordinal)..];
}
