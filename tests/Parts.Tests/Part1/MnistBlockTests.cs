using KerasSharp.TestSupport;
using static KerasSharp.keras.datasets;

namespace KerasSharp.Tests.Parts;

public sealed class MnistBlockTests : IDisposable
{
    private const string Data = "mnist/train-images-idx3-ubyte.gz";
    private readonly PartProcess process = new();

    public void Dispose() => process.Dispose();

    [Fact]
    public async Task Text_and_figure_are_the_tutorial_s()
    {
        var (exitCode, output, error) = await process.RunPart1OnAsync(Data, "mnist");
        Assert.Equal(0, exitCode);
        Assert.Equal(Part1Process.Expected("mnist"), output);
        Assert.Contains($"figure: {process.FigureOf("mnist")}", error, StringComparison.Ordinal);

        using var picture = new Picture(process.FigureOf("mnist"));
        Assert.Equal((1500, 800), picture.Size);
        var (columns, rows) = (picture.DarkColumns(0.2), picture.DarkRows(0.5));
        Assert.Equal((10, 5), (columns.Count, rows.Count));

        // Above the images the titles and the figure's own title, which touch no edge.
        Assert.False(picture.HasInk(0, 0, 1500, 3));
        Assert.True(picture.HasInk(500, 3, 1000, 45));
        Assert.All(columns, column => Assert.True(picture.HasInk(column.Start, 45, column.End, rows[0].Start)));

        var ((X_train, y_train), _) = mnist.load_data(cancellation_token: TestContext.Current.CancellationToken);
        var (images, labels) = (X_train.ToArray<byte>(), y_train.ToArray<byte>());
        for (var digit = 0; digit < 10; digit++)
        {
            var examples = Enumerable.Range(0, labels.Length).Where(i => labels[i] == digit).Take(5).ToArray();
            for (var row = 0; row < 5; row++)
            {
                AssertShows(picture, columns[digit], rows[row], images.AsSpan(examples[row] * 784, 784));
            }
        }
    }

    [Fact]
    public async Task Without_data_the_digits_are_drawn_and_it_says_so()
    {
        var (exitCode, output, error) = await process.RunPart1Async("mnist");
        Assert.Equal(0, exitCode);
        Assert.Contains("訓練集影像形狀: (60000, 28, 28)\n", output, StringComparison.Ordinal);
        Assert.StartsWith("[注意]", output, StringComparison.Ordinal);
        Assert.Contains("WARNING: MNIST was neither found", error, StringComparison.Ordinal);
    }

    // The middle of each of the 28 x 28 squares has that pixel's grey, stretched as imshow does: from the image's least, 0, to its greatest.
    private static void AssertShows(Picture picture, (int Start, int End) column, (int Start, int End) row, ReadOnlySpan<byte> image)
    {
        var greatest = image.ToArray().Max();
        for (var i = 0; i < 784; i++)
        {
            var x = column.Start + ((column.End - column.Start) * ((i % 28) + 0.5) / 28);
            var y = row.Start + ((row.End - row.Start) * ((i / 28) + 0.5) / 28);
            Assert.InRange(picture[x, y].R - (image[i] * 255.0 / greatest), -2, 2);
        }
    }
}
