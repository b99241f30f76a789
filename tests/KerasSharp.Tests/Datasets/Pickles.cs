using System.Buffers.Binary;
using System.Formats.Tar;
using System.Text;

namespace KerasSharp.Tests.Datasets;

/// <summary>Writes pickles as Python 2 wrote CIFAR's batches, and archives.</summary>
internal static class Pickles
{
    public static readonly byte[] Start = [0x80, 2];
    public static readonly byte[] Stop = [(byte)'.'];

    /// <summary>A batch: a label per image, the images one after the other.</summary>
    public static byte[] Batch(byte[] images, params (string Key, byte[] Values)[] labels) =>
    [
        .. Start, (byte)'}', (byte)'q', 1, (byte)'(',
        .. Text("batch_label"), (byte)'q', 2, .. Text("testing batch"), (byte)'q', 3,
        .. labels.SelectMany(label => (byte[])[.. Text(label.Key), .. List(label.Values)]),
        .. Text("data"), .. Array("u1", [images.Length / 3072, 3072], images),
        .. Text("filenames"), (byte)']', (byte)'(', .. Text("one.png"), .. Text("two.png"), (byte)'e',
        (byte)'u', .. Stop,
    ];

    public static byte[] Text(string text) => [(byte)'U', (byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    public static byte[] Global(string module, string name) => [(byte)'c', .. Encoding.ASCII.GetBytes($"{module}\n{name}\n")];

    public static byte[] Array(string dtype, int[] shape, byte[] bytes, bool fortran = false) =>
    [
        .. Global("numpy.core.multiarray", "_reconstruct"), .. Global("numpy", "ndarray"), (byte)'(', (byte)'K', 0, (byte)'t', .. Text("b"), 0x87, (byte)'R',
        (byte)'(', (byte)'K', 1, (byte)'(', .. shape.SelectMany(Int), (byte)'t',
        .. Global("numpy", "dtype"), .. Text(dtype), (byte)'K', 0, (byte)'K', 1, 0x87, (byte)'R',
        (byte)'(', (byte)'K', 3, .. Text("|"), (byte)'N', (byte)'N', (byte)'N', .. Int(-1), .. Int(-1), (byte)'K', 0, (byte)'t', (byte)'b',
        fortran ? (byte)0x88 : (byte)0x89, (byte)'T', .. Four(bytes.Length), .. bytes, (byte)'t', (byte)'b',
    ];

    public static byte[] Dictionary(string key, byte[] value) => [.. Start, (byte)'}', .. Text(key), .. value, (byte)'s', .. Stop];

    public static byte[] Tar(params (string Name, byte[] Content)[] files)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar))
        {
            foreach (var (name, content) in files)
            {
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return archive.ToArray();
    }

    private static byte[] List(byte[] values) => [(byte)']', (byte)'(', .. values.SelectMany(value => new[] { (byte)'K', value }), (byte)'e'];

    private static byte[] Int(int value) => [(byte)'J', .. Four(value)];

    private static byte[] Four(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
