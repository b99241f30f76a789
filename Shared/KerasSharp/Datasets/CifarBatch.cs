namespace KerasSharp.Datasets;

/// <summary>
/// Images of 32 x 32 pixels as CIFAR stores them, one colour after the other (red, green, blue, each row by row). They are brought into Keras's order,
/// the three colours of each pixel together.
/// </summary>
/// <param name="records">The file: images one after the other, each behind <paramref name="skip"/> bytes.</param>
/// <param name="skip">The bytes before each image.</param>
/// <param name="labels">A label per image.</param>
internal sealed class CifarBatch(ReadOnlyMemory<byte> records, int skip, byte[] labels)
{
    private const int Plane = 32 * 32;

    /// <summary>The bytes of an image.</summary>
    public const int ImageBytes = 3 * Plane;

    /// <summary>A file of the binary form: for each image its labels, a byte each, then its pixels.</summary>
    public static CifarBatch OfBytes(byte[] content, string where, CifarLabel label)
    {
        var record = label.Count + ImageBytes;
        if (content.Length == 0 || content.Length % record != 0)
        {
            throw new OSError($"{where}: The file has {content.Length} bytes, expected a multiple of {record} ({label.Count} for labels, {ImageBytes} for an image).");
        }

        var labels = new byte[content.Length / record];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = Checked(content[(i * record) + label.Index], where, label);
        }

        return new(content, label.Count, labels);
    }

    /// <summary>A pickle: a dictionary with the images under <c>data</c> and lists of labels.</summary>
    public static CifarBatch OfPickle(byte[] content, string where, CifarLabel label)
    {
        var dictionary = PickleReader.ReadDictionary(content, where);
        if (dictionary.GetValueOrDefault("data") is not PickleReader.Array { Shape: [var count, ImageBytes] } images || count == 0
            || dictionary.GetValueOrDefault(label.Key) is not List<object?> list || list.Count != count)
        {
            throw new OSError($"{where}: Expected an array 'data' of shape (n, {ImageBytes}) and a list '{label.Key}' of n labels.");
        }

        return new(images.Data, 0, [.. list.Select(value => value is long number ? Checked(number, where, label)
            : throw new OSError($"{where}: '{label.Key}' holds something that is no whole number."))]);
    }

    /// <summary>The images and labels of several batches, in their order.</summary>
    public static (byte[] Images, byte[] Labels) Join(ReadOnlySpan<CifarBatch> batches)
    {
        var joined = batches.ToArray();
        var counts = Array.ConvertAll(joined, batch => batch.Count);
        var images = new byte[checked(counts.Sum() * ImageBytes)];
        var start = 0;
        foreach (var batch in joined)
        {
            batch.Interleave(images.AsMemory(start * ImageBytes, batch.Count * ImageBytes));
            start += batch.Count;
        }

        return (images, [.. joined.SelectMany(batch => batch.Labels)]);
    }

    private int Count => labels.Length;

    private byte[] Labels => labels;

    private void Interleave(Memory<byte> images) => Parallel.For(0, Count, i => Interleave(
        records.Span.Slice((i * (skip + ImageBytes)) + skip, ImageBytes), images.Span.Slice(i * ImageBytes, ImageBytes)));

    private static void Interleave(ReadOnlySpan<byte> planes, Span<byte> image)
    {
        var red = planes[..Plane];
        var green = planes[Plane..(2 * Plane)];
        var blue = planes[(2 * Plane)..];
        for (var i = 0; i < Plane; i++)
        {
            image[3 * i] = red[i];
            image[(3 * i) + 1] = green[i];
            image[(3 * i) + 2] = blue[i];
        }
    }

    private static byte Checked(long value, string where, CifarLabel label) => value >= 0 && value < label.Classes
        ? (byte)value : throw new OSError($"{where}: There is a label {value}, expected 0 to {label.Classes - 1}.");
}
