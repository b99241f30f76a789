using SkiaSharp;

namespace KerasSharp.matplotlib;

/// <summary>Draws a figure and writes it as a picture file. The file appears whole, by a rename, or not at all.</summary>
internal static class FigureFile
{
    private const int JpegQuality = 75;

    /// <exception cref="ValueError">The format is not supported, or the picture would be too large.</exception>
    /// <exception cref="OSError">The file cannot be written.</exception>
    public static void Save(Figure figure, string path, double dpi)
    {
        var ending = Path.GetExtension(path).ToLowerInvariant();
        var format = ending switch
        {
            "" or ".png" => SKEncodedImageFormat.Png,
            ".jpg" or ".jpeg" => SKEncodedImageFormat.Jpeg,
            _ => throw new ValueError($"Format '{ending.TrimStart('.')}' is not supported (supported formats: jpeg, jpg, png)"),
        };
        using var image = Render(figure, dpi, FontSet.Default);
        using var data = image.Encode(format, JpegQuality);
        Write(ending.Length == 0 ? path + ".png" : path, data);
    }

    /// <summary>The figure as pixels.</summary>
    /// <exception cref="ValueError">The picture would be too large, or empty.</exception>
    public static SKImage Render(Figure figure, double dpi, FontSet fonts)
    {
        var (width, height) = figure.Pixels(dpi);
        if (width >= 1 << 16 || height >= 1 << 16)
            throw new ValueError($"Image size of {width}x{height} pixels is too large. It must be less than 2^16 in each direction.");
        if (!(dpi > 0) || width < 1 || height < 1)
            throw new ValueError($"An image of {width}x{height} pixels is empty: figsize is ({figure.Size.Width}, {figure.Size.Height}) inches, dpi is {dpi}");
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul))
            ?? throw new ValueError($"Image size of {width}x{height} pixels is too large for the memory");
        figure.Draw(surface.Canvas, dpi, fonts);
        return surface.Snapshot();
    }

    private static void Write(string path, SKData data)
    {
        var target = Path.GetFullPath(path);
        var part = target + $".{Environment.ProcessId}.part";
        try
        {
            using (var file = File.Create(part))
                data.SaveTo(file);
            File.Move(part, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            TryDelete(part);
            throw new OSError($"The figure cannot be written to '{target}': {error.Message}", error);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder that refused the file refuses this too; the first error is the one to tell.
        }
    }
}
