namespace KerasSharp;

/// <summary>For each pixel of a result the pixels that it is made of, and their weights. What lies outside of the image is kept apart.</summary>
/// <param name="length">The number of pixels.</param>
/// <param name="count">How many each is made of.</param>
internal sealed class PixelTaps(int length, int count)
{
    private readonly int[][] places = Make<int>(length, count);
    private readonly float[][] weights = Make<float>(length, count);
    private readonly float[] outside = new float[length];

    /// <summary>The number of pixels.</summary>
    public int Length { get; } = length;

    /// <summary>How many each is made of.</summary>
    public int Count { get; } = count;

    /// <summary>The k-th pixel of each.</summary>
    public int[] Places(int k) => places[k];

    /// <summary>The k-th weight of each.</summary>
    public float[] Weights(int k) => weights[k];

    /// <summary>What a value outside of the image adds to each.</summary>
    public float[] Outside(float value) => Array.ConvertAll(outside, weight => weight * value);

    /// <summary>Sets a part of a pixel; a negative place is outside.</summary>
    public void Set(int k, int pixel, int place, float weight)
    {
        if (place < 0)
        {
            outside[pixel] += weight;
        }
        else
        {
            (places[k][pixel], weights[k][pixel]) = (place, weight);
        }
    }

    /// <summary>A pixel that sees nothing of the image.</summary>
    public void AllOutside(int pixel) => outside[pixel] = 1;

    private static T[][] Make<T>(int length, int count) => [.. Enumerable.Range(0, count).Select(_ => new T[length])];
}
