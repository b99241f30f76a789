using NumSharp;

namespace KerasSharp.matplotlib;

/// <summary>From an array to the colours of a picture, by matplotlib's rules.</summary>
internal static class ImagePixels
{
    /// <summary>Height, width, and channels (1 for a grey picture) of an array that is shown.</summary>
    /// <exception cref="TypeError">Its shape is not (M, N), (M, N, 1), (M, N, 3) or (M, N, 4).</exception>
    public static (int Height, int Width, int Channels) Measure(NDArray x)
    {
        var shape = x.shape;
        if (shape.Length is not (2 or 3) || (shape.Length == 3 && shape[2] is not (1 or 3 or 4)) || x.size == 0)
            throw new TypeError($"Invalid shape {new TensorShape(shape.Select(side => (int)side).ToArray())} for image data");
        return ((int)shape[0], (int)shape[1], shape.Length == 2 ? 1 : (int)shape[2]);
    }

    /// <summary>A picture of red, green, blue (and alpha): floats from 0 to 1, integers from 0 to 255; what lies beyond is cut off.</summary>
    public static uint[] FromChannels(double[] values, int channels, bool isInteger)
    {
        var pixels = new uint[values.Length / channels];
        for (var i = 0; i < pixels.Length; i++)
        {
            uint Channel(int c)
            {
                var value = values[i * channels + c];
                return double.IsNaN(value) ? 0 : (uint)(isInteger ? Math.Clamp(value, 0, 255) : Math.Clamp(value, 0, 1) * 255);
            }
            pixels[i] = (channels == 4 ? Channel(3) : 255) << 24 | Channel(2) << 16 | Channel(1) << 8 | Channel(0);
        }
        return pixels;
    }

    public static bool IsInteger(NDArray x) => x.typecode is not (NPTypeCode.Single or NPTypeCode.Double or NPTypeCode.Half or NPTypeCode.Decimal);
}
