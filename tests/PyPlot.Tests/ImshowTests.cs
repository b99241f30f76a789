using KerasSharp.matplotlib;
using NumSharp;
using SkiaSharp;

namespace KerasSharp.Tests;

public class ImshowTests
{
    [Theory]
    [InlineData("uint8")]
    [InlineData("float32")]
    [InlineData("float64")]
    public void Each_value_is_a_square_of_its_grey(string dtype)
    {
        int[] values = [0, 50, 100, 255, 30, 200];
        var expected = values.Select(v => dtype == "uint8" ? v : (int)Math.Min(255, Math.Floor(v / 255.0 * 256))).ToArray();
        using NDArray picture = dtype switch
        {
            "uint8" => np.array(values.Select(v => (byte)v).ToArray()).reshape(2, 3),
            "float32" => np.array(values.Select(v => v / 255f).ToArray()).reshape(2, 3),
            _ => np.array(values.Select(v => v / 255.0).ToArray()).reshape(2, 3),
        };
        var squares = Squares(axes => axes.imshow(picture, cmap: "gray"), 2, 3);
        Assert.All(squares.Zip(expected), pair => Assert.InRange(pair.First.Red, pair.Second - 1, pair.Second + 1));
        Assert.All(squares, pixel => Assert.Equal((pixel.Red, pixel.Red), (pixel.Green, pixel.Blue)));
    }

    [Fact]
    public void The_least_and_greatest_values_are_black_and_white_unless_told()
    {
        var picture = new double[,] { { 3, 4, 5 } };
        Assert.Equal([0, 128, 255], Squares(axes => axes.imshow(picture, cmap: "gray"), 1, 3).Select(pixel => (int)pixel.Red));
        Assert.Equal([76, 102, 128], Squares(axes => axes.imshow(picture, cmap: "gray", vmin: 0, vmax: 10), 1, 3).Select(pixel => (int)pixel.Red));
        Assert.Equal([0, 0, 0], Squares(axes => axes.imshow(new double[,] { { 7, 7, 7 } }, cmap: "gray"), 1, 3).Select(pixel => (int)pixel.Red));
    }

    [Fact]
    public void Three_channels_are_red_green_and_blue()
    {
        var bytes = new byte[1, 2, 3] { { { 255, 0, 10 }, { 20, 200, 30 } } };
        SKColor[] expected = [new(255, 0, 10), new(20, 200, 30)];
        Assert.Equal(expected, Squares(axes => axes.imshow(bytes), 1, 2));
        var floats = new float[1, 2, 3] { { { 1.5f, -1, 0.5f }, { 0.2f, 0.8f, 0 } } };
        Assert.Equal([new SKColor(255, 0, 127), new SKColor(51, 204, 0)], Squares(axes => axes.imshow(floats), 1, 2));
    }

    [Fact]
    public void A_channel_of_one_is_a_grey_picture_and_origin_turns_it_over()
    {
        Assert.Equal([0, 255], Squares(axes => axes.imshow(new double[2, 1, 1] { { { 0 } }, { { 1 } } }, cmap: "gray"), 2, 1).Select(pixel => (int)pixel.Red));
        Assert.Equal([0, 255], Squares(axes => axes.imshow(new double[,] { { 0 }, { 1 } }, cmap: "gray", origin: "lower"), 2, 1).Select(pixel => (int)pixel.Red));
    }

    [Fact]
    public void Pixels_are_sharp_to_their_edges()
    {
        var (figure, axes) = Pictures.Single(4, 4, 50);
        axes.imshow(new double[,] { { 0, 1 }, { 1, 0 } }, cmap: "gray");
        axes.axis("off");
        using var bitmap = Pictures.Draw(figure);
        var frame = Pictures.Layout(figure).Axes[0].Frame;
        var middle = (int)frame.MidX;
        var greys = Enumerable.Range((int)frame.Left, (int)frame.Width).Select(x => bitmap.GetPixel(x, (int)frame.Top).Red).Distinct();
        Assert.Equal([0, 255], greys.Order().Select(grey => (int)grey));
        Assert.Equal(0, bitmap.GetPixel(middle - 1, (int)frame.Top).Red);
        Assert.Equal(255, bitmap.GetPixel(middle, (int)frame.Top).Red);
        // Nothing else is drawn once the axes are off.
        Assert.Equal(new SKRectI((int)frame.Left, (int)frame.Top, (int)frame.Right, (int)frame.Bottom), Pictures.Ink(bitmap));
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        var axes = Pictures.Single().Axes;
        Assert.Equal("Invalid shape (3,) for image data", Assert.Throws<TypeError>(() => axes.imshow(new double[3])).Message);
        Assert.Equal("Invalid shape (2, 2, 5) for image data", Assert.Throws<TypeError>(() => axes.imshow(new double[2, 2, 5])).Message);
        Assert.Contains("interpolation", Assert.Throws<ValueError>(() => axes.imshow(new double[2, 2], interpolation: "sinc")).Message);
        Assert.Contains("aspect", Assert.Throws<ValueError>(() => axes.imshow(new double[2, 2], aspect: "wide")).Message);
        Assert.Throws<ValueError>(() => axes.imshow(new double[2, 2], vmin: 2, vmax: 1));
    }

    [Fact]
    public void A_hundred_pictures_are_drawn_in_under_two_seconds()
    {
        var (figure, axes) = Pictures.Grid(10, 10, (15, 15), 100);
        foreach (var each in axes.flat)
        {
            each.imshow(new byte[32, 32, 3]);
            each.axis("off");
            each.set_title("標題");
        }
        figure.tight_layout();
        var start = TimeProvider.System.GetTimestamp();
        using var bitmap = Pictures.Draw(figure);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    /// <summary>The colours in the middle of a picture's squares, row by row from the top of the screen.</summary>
    private static SKColor[] Squares(Action<Axes> show, int rows, int columns)
    {
        var (figure, axes) = Pictures.Single();
        show(axes);
        using var bitmap = Pictures.Draw(figure);
        var layout = Pictures.Layout(figure).Axes[0];
        return [.. Enumerable.Range(0, rows * columns).Select(i => bitmap.GetPixel((int)layout.PixelX(i % columns), (int)layout.PixelY(i / columns)))];
    }
}
