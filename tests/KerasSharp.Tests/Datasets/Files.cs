using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace KerasSharp.Tests.Datasets;

/// <summary>Writes small data files as others write them: IDX, gzip, npy, npz.</summary>
internal static class Files
{
    /// <summary>0, 1, 2, … as bytes.</summary>
    public static byte[] Counting(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)i)];

    public static byte[] Idx(int[] dims, byte[] data)
    {
        var file = new byte[4 + (4 * dims.Length) + data.Length];
        file[2] = 8;
        file[3] = (byte)dims.Length;
        for (var axis = 0; axis < dims.Length; axis++)
        {
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 + (4 * axis)), dims[axis]);
        }

        data.CopyTo(file, file.Length - data.Length);
        return file;
    }

    public static byte[] Gzip(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(data);
        }

        return packed.ToArray();
    }

    /// <param name="descr">The dtype, as NumPy writes it: <c>|u1</c>.</param>
    /// <param name="shape">As Python writes it, without parentheses: <c>4, 3, 2</c>.</param>
    public static byte[] Npy(string descr, string shape, byte[] data, int version = 1, string order = "False")
    {
        var text = $"{{'descr': '{descr}', 'fortran_order': {order}, 'shape': ({shape}), }}\n";
        byte[] length = version == 1 ? [(byte)text.Length, 0] : [(byte)text.Length, 0, 0, 0];
        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. Encoding.ASCII.GetBytes(text), .. data];
    }

    public static void WriteNpz(string path, params (string Name, byte[] Npy)[] arrays)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, npy) in arrays)
        {
            using var entry = archive.CreateEntry(name + ".npy").Open();
            entry.Write(npy);
        }
    }
}
