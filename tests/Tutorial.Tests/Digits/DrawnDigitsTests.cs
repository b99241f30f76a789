using KerasSharp.Tutorial.Digits;
using NumSharp;

namespace KerasSharp.Tests.Tutorial.Digits;

public class DrawnDigitsTests
{
    private const int Pixels = 28 * 28;
    private static readonly Lazy<(byte[] Images, byte[] Labels, byte[] TestImages, byte[] TestLabels)> Small = new(() =>
    {
        var arrays = DrawnDigits.Draw(2000, 400);
        return (arrays.x_train.ToArray<byte>(), arrays.y_train.ToArray<byte>(), arrays.x_test.ToArray<byte>(), arrays.y_test.ToArray<byte>());
    });

    [Fact]
    public void Shapes_and_types_are_MNISTs()
    {
        var arrays = DrawnDigits.Draw(30, 10);
        Assert.Equal([30L, 28, 28], arrays.x_train.shape);
        Assert.Equal([30L], arrays.y_train.shape);
        Assert.Equal([10L, 28, 28], arrays.x_test.shape);
        Assert.Equal([10L], arrays.y_test.shape);
        Assert.All([arrays.x_train, arrays.y_train, arrays.x_test, arrays.y_test], array => Assert.Equal(NPTypeCode.Byte, array.typecode));
        var counts = typeof(DrawnDigits).GetMethod(nameof(DrawnDigits.Draw))!.GetParameters().Select(parameter => parameter.DefaultValue);
        Assert.Equal([60_000, 10_000], counts);
    }

    [Fact]
    public void They_are_the_same_each_time_however_many_are_drawn()
    {
        var few = DrawnDigits.Draw(50, 20);
        Assert.Equal(Small.Value.Images[..(50 * Pixels)], few.x_train.ToArray<byte>());
        Assert.Equal(Small.Value.Labels[..50], few.y_train.ToArray<byte>());
        Assert.Equal(Small.Value.TestImages[..(20 * Pixels)], few.x_test.ToArray<byte>());
    }

    [Fact]
    public void All_digits_come_about_equally_often_in_the_first_hundred_tests_too()
    {
        Assert.All(Enumerable.Range(0, 10), digit => Assert.InRange(Small.Value.Labels.Count(label => label == digit), 150, 250));
        Assert.Equal(10, Small.Value.TestLabels[..100].Distinct().Count());
    }

    [Fact]
    public void No_two_pictures_are_the_same() =>
        Assert.Equal(2400, Small.Value.Images.Chunk(Pixels).Concat(Small.Value.TestImages.Chunk(Pixels)).Select(Convert.ToHexString).Distinct().Count());

    [Fact]
    public void Each_lies_in_the_middle_on_clean_paper_as_MNISTs_do()
    {
        foreach (var picture in Small.Value.Images.Chunk(Pixels))
        {
            double ink = picture.Sum(pixel => (double)pixel);
            Assert.InRange(ink / Pixels, 5, 110);
            Assert.InRange(Enumerable.Range(0, Pixels).Sum(i => (i % 28) * (double)picture[i]) / ink, 11, 16);
            Assert.InRange(Enumerable.Range(0, Pixels).Sum(i => (i / 28) * (double)picture[i]) / ink, 11, 16);
            Assert.True(picture[0] == 0 && picture[27] == 0 && picture[^28] == 0 && picture[^1] == 0, "the corners are paper");
            Assert.True(picture.Max() > 180, "the line is dark");
        }
    }

    // What can be learnt from some pictures holds for others: the nearest of 2000 tells the digit, but not always.
    [Fact]
    public void A_digit_is_known_by_its_nearest_neighbour_mostly()
    {
        var (images, labels, testImages, testLabels) = Small.Value;
        var right = 0;
        for (var t = 0; t < testLabels.Length; t++)
        {
            var picture = testImages.AsSpan(t * Pixels, Pixels);
            var (best, nearest) = (long.MaxValue, 0);
            for (var i = 0; i < labels.Length; i++)
            {
                var distance = Distance(picture, images.AsSpan(i * Pixels, Pixels));
                (best, nearest) = distance < best ? (distance, i) : (best, nearest);
            }

            right += labels[nearest] == testLabels[t] ? 1 : 0;
        }

        Assert.InRange(right, 0.85 * testLabels.Length, 0.98 * testLabels.Length);
    }

    private static long Distance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var sum = 0L;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return sum;
    }
}
