using KerasSharp.Datasets;
using NumSharp;

namespace KerasSharp.Tutorial.Digits;

/// <summary>
/// Digits that this program draws itself, in MNIST's shapes and counts: the last resort where there is no MNIST. They are always the same
/// ones. They are not MNIST: a result made with them must say so.
/// </summary>
public static class DrawnDigits
{
    private const ulong Seed = 20_240_601;

    /// <summary>The data set. Images uint8 <c>(train, 28, 28)</c> and <c>(test, 28, 28)</c>, labels uint8, all digits about equally often.</summary>
    /// <param name="train">Training images.</param>
    /// <param name="test">Test images: others than the training images, from the same pen.</param>
    public static DatasetArrays Draw(int train = 60_000, int test = 10_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(train);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(test);
        var (trainImages, trainLabels) = Draw(Seed, train);
        var (testImages, testLabels) = Draw(~Seed, test);
        return new(trainImages, trainLabels, testImages, testLabels);
    }

    private static (NDArray Images, NDArray Labels) Draw(ulong seed, int count)
    {
        const int Pixels = DigitPen.Size * DigitPen.Size;
        var (images, labels) = (new byte[count * Pixels], new byte[count]);
        Parallel.For(0, count, i =>
        {
            var dice = new Dice(seed, i);
            labels[i] = (byte)dice.Choice(10);
            DigitPen.Draw(images.AsSpan(i * Pixels, Pixels), labels[i], ref dice);
        });
        return (new NDArray(images, new Shape(count, DigitPen.Size, DigitPen.Size)), new NDArray(labels));
    }
}
