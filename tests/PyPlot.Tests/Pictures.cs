using KerasSharp.matplotlib;
using SkiaSharp;

namespace KerasSharp.Tests;

/// <summary>What the picture tests share: a figure as pixels, and what is to be seen in it.</summary>
internal static class Pictures
{
    /// <summary>The figure drawn at its own resolution.</summary>
    public static SKBitmap Draw(Figure figure, FontSet? fonts = null)
    {
        using var image = FigureFile.Render(figure, figure.dpi, fonts ?? FontSet.Default);
        return SKBitmap.FromImage(image);
    }

    /// <summary>The layout that <see cref="Draw"/> draws by.</summary>
    public static FigureLayout Layout(Figure figure)
    {
        var (width, height) = figure.Pixels(figure.dpi);
        return new(figure, new(width, height), (float)(figure.dpi / 72), FontSet.Default);
    }

    /// <summary>A figure that <c>pyplot</c> does not know of, so that tests beside each other do not meet.</summary>
    public static (Figure Figure, Axes Axes) Single(double width = 4, double height = 3, double dpi = 50)
    {
        var figure = new Figure(1, (width, height), dpi);
        return (figure, figure.add_subplot());
    }

    /// <summary>Axes in rows and columns of such a figure.</summary>
    public static (Figure Figure, AxesArray Axes) Grid(int rows, int columns, (double, double) size, double dpi)
    {
        var figure = new Figure(1, size, dpi);
        return (figure, new([.. Enumerable.Range(1, rows * columns).Select(i => figure.add_subplot(rows, columns, i))], rows, columns));
    }

    /// <summary>The smallest rectangle around all pixels that are not white; empty where all are.</summary>
    public static SKRectI Ink(SKBitmap bitmap)
    {
        var ink = SKRectI.Empty;
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                if (bitmap.GetPixel(x, y) is { Red: > 250, Green: > 250, Blue: > 250 })
                    continue;
                var pixel = SKRectI.Create(x, y, 1, 1);
                ink = ink.IsEmpty ? pixel : SKRectI.Union(ink, pixel);
            }
        }
        return ink;
    }

    /// <summary>Skips a test that draws Chinese where this machine has no font for it.</summary>
    public static void NeedChinese() => Assert.SkipUnless(FontSet.Default.HasChinese, "no font with Chinese is installed here (Debian: fonts-noto-cjk)");
}
