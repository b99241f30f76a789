using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using KerasSharp.Saving.Hdf5.Inspection;
using PureHDF;

namespace KerasSharp.Saving.Hdf5;

/// <summary>The values of a file that was walked through, read by PureHDF.</summary>
internal sealed class Hdf5Values : IDisposable
{
    private readonly FileStream stream;
    private readonly string path;
    private readonly FileBytes bytes;
    private readonly PureHDF.VOL.Native.NativeFile file;
    private readonly Lock reading = new();

    public Hdf5Values(FileStream stream, string path)
    {
        this.stream = stream;
        this.path = path;
        bytes = new FileBytes(stream.SafeFileHandle);
        file = Guarded("the root group", () => H5File.Open(stream, leaveOpen: true));
    }

    /// <summary>The tree of what was found, with its attributes.</summary>
    public static Hdf5Group ReadTree(IReadOnlyList<ObjectOutline> objects, Hdf5Values values)
    {
        var root = new Hdf5Group();
        foreach (var found in objects)
        {
            Hdf5Node node;
            if (found.Dataset is { } dataset)
            {
                var leaf = new Hdf5Dataset(dataset.Type.Number!.Value, dataset.Shape, () => values.ReadDataset(found.Path, dataset));
                root.Add(found.Path, leaf);
                node = leaf;
            }
            else
            {
                node = root.RequireGroup(found.Path);
            }

            foreach (var attribute in found.Attributes)
            {
                node.Attributes[attribute.Name] = values.ReadAttribute(found.Path, attribute);
            }
        }

        return root;
    }

    public void Dispose()
    {
        file.Dispose();
        stream.Dispose();
    }

    private Array ReadDataset(string name, DatasetOutline outline)
    {
        lock (reading)
        {
            try
            {
                CheckUnpacking(name, outline);
                return Guarded($"'{name}'", () => Numbers(file.Dataset(name).Read<byte[]>(), outline.Type));
            }
            catch (Hdf5Problem problem)
            {
                throw Hdf5File.Error(path, problem);
            }
        }
    }

    // Raw bytes, since PureHDF does not turn the order of bytes.
    private static Array Numbers(byte[] raw, ElementType type)
    {
        if (type is { IsBigEndian: true, Size: 4 })
        {
            var words = MemoryMarshal.Cast<byte, int>(raw.AsSpan());
            BinaryPrimitives.ReverseEndianness(words, words);
        }
        else if (type.IsBigEndian)
        {
            var words = MemoryMarshal.Cast<byte, long>(raw.AsSpan());
            BinaryPrimitives.ReverseEndianness(words, words);
        }

        return type.Number switch
        {
            Hdf5Type.Float32 => MemoryMarshal.Cast<byte, float>(raw).ToArray(),
            Hdf5Type.Float64 => MemoryMarshal.Cast<byte, double>(raw).ToArray(),
            Hdf5Type.Int32 => MemoryMarshal.Cast<byte, int>(raw).ToArray(),
            _ => MemoryMarshal.Cast<byte, long>(raw).ToArray(),
        };
    }

    private object ReadAttribute(string name, AttributeOutline outline)
    {
        return Guarded<object>($"the attribute '{outline.Name}' of '{name}'", () =>
        {
            var owner = name.Length == 0 ? file : file.Get(name);
            var attribute = owner.Attribute(outline.Name);
            return (outline.Type.Number, outline.Shape.Length) switch
            {
                (null, 0) => Text(attribute.Read<string>()),
                (null, _) => Array.ConvertAll(attribute.Read<string[]>(), Text),
                (Hdf5Type.Float32, _) => new Hdf5Dataset(attribute.Read<float[]>(), outline.Shape),
                (Hdf5Type.Float64, _) => new Hdf5Dataset(attribute.Read<double[]>(), outline.Shape),
                (Hdf5Type.Int32, _) => new Hdf5Dataset(attribute.Read<int[]>(), outline.Shape),
                _ => new Hdf5Dataset(attribute.Read<long[]>(), outline.Shape),
            };
        });
    }

    // Strings of fixed length are filled up with zeros; a null reference is an empty string.
    private static string Text(string? value) => value?.TrimEnd('\0') ?? "";

    // PureHDF unpacks a chunk whatever it grows to. So each is unpacked into nothing first, and its size counted.
    private void CheckUnpacking(string name, DatasetOutline outline)
    {
        var buffer = new byte[81920];
        foreach (var (address, size) in outline.Packed)
        {
            using var packed = new MemoryStream(bytes.Read(address, size, $"'{name}'"));
            using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
            var total = 0L;
            for (var count = 1; count > 0 && total <= outline.ChunkBytes + outline.ChecksumBytes; total += count)
            {
                count = Guarded($"a chunk of '{name}'", () => unpacking.Read(buffer));
            }

            // A checksum may be inside the packed part or behind it.
            if (total != outline.ChunkBytes && total != outline.ChunkBytes + outline.ChecksumBytes)
            {
                throw Hdf5Problem.Damaged($"a chunk of '{name}' unpacks to {total} bytes{(total > outline.ChunkBytes ? " or more" : "")} instead of {outline.ChunkBytes}");
            }
        }
    }

    // PureHDF reports damage by exceptions of all kinds.
    private static T Guarded<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (Hdf5Problem or OutOfMemoryException))
        {
            throw Hdf5Problem.Damaged($"{what} cannot be read ({(e.InnerException ?? e).Message})");
        }
    }
}
