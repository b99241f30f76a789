using SkiaSharp;

namespace KerasSharp.Tests.Parts;

/// <summary>A figure's pixels, and where in them the images of a grid are.</summary>
internal sealed class Picture : IDisposable
{
    private readonly SKBitmap bitmap;

    public Picture(string file) => bitmap = SKBitmap.Decode(file) ?? throw new InvalidDataException($"{file} is no picture");

    public (int Width, int Height) Size => (bitmap.Width, bitmap.Height);

    public void Dispose() => bitmap.Dispose();

    public (byte R, byte G, byte B) this[double x, double y]
    {
        get
        {
            var color = bitmap.GetPixel((int)x, (int)y);
            return (color.Red, color.Green, color.Blue);
        }
    }

    /// <summary>Whether something that is not white lies in a rectangle.</summary>
    public bool HasInk(int left, int top, int right, int bottom) =>
        Enumerable.Range(top, bottom - top).Any(y => Enumerable.Range(left, right - left).Any(x => !IsWhite(x, y)));

    /// <summary>The runs of columns in which at least so large a share of the pixels is dark.</summary>
    public List<(int Start, int End)> DarkColumns(double share) =>
        Runs(bitmap.Width, x => Enumerable.Range(0, bitmap.Height).Count(y => IsDark(x, y)) >= share * bitmap.Height);

    /// <summary>The runs of rows in which at least so large a share of the pixels is dark.</summary>
    public List<(int Start, int End)> DarkRows(double share) =>
        Runs(bitmap.Height, y => Enumerable.Range(0, bitmap.Width).Count(x => IsDark(x, y)) >= share * bitmap.Width);

    private static List<(int Start, int End)> Runs(int length, Func<int, bool> isInside)
    {
        var runs = new List<(int, int)>();
        var start = -1;
        for (var i = 0; i <= length; i++)
        {
            var inside = i < length && isInside(i);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                runs.Add((start, i));
                start = -1;
            }
        }

        return runs;
    }

    private bool IsWhite(int x, int y) => bitmap.GetPixel(x, y) is { Red: > 250, Green: > 250, Blue: > 250 };

    private bool IsDark(int x, int y) => bitmap.GetPixel(x, y) is { Red: < 100, Green: < 100, Blue: < 100 };
}
