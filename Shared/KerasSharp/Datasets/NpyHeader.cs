using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NumSharp;

namespace KerasSharp.Datasets;

/// <summary>
/// The head of a NumPy array file: <c>\x93NUMPY</c>, a version, and a Python dictionary as text with dtype, order and shape.
/// Source: <see href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html"/>.
/// </summary>
internal sealed partial record NpyHeader(NPTypeCode Type, int ItemSize, long[] Shape)
{
    private const int MaxTextLength = 1 << 16;

    /// <summary>The number of bytes that follow, exact however large the shape pretends to be.</summary>
    public UInt128 DataBytes => Shape.Aggregate((UInt128)(uint)ItemSize, (product, d) => checked(product * (UInt128)(ulong)d));

    /// <summary>Reads the head. The stream then stands at the data.</summary>
    /// <param name="stream">The array's bytes.</param>
    /// <param name="where">File and array, for messages.</param>
    /// <param name="name">The array's name.</param>
    /// <exception cref="OSError">It is no such head, or one of an array that is never read: Python objects, big-endian or Fortran order.</exception>
    public static NpyHeader Read(Stream stream, string where, string name)
    {
        var start = Bytes(stream, 8, where);
        if (start[0] != 0x93 || !start.AsSpan(1, 5).SequenceEqual("NUMPY"u8))
        {
            throw new OSError($"{where}: The magic number is {Convert.ToHexString(start[..6])}, expected 934E554D5059 (\\x93NUMPY).");
        }

        var length = start[6] == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(Bytes(stream, 2, where))
            : BinaryPrimitives.ReadUInt32LittleEndian(Bytes(stream, 4, where));
        if (start[6] is < 1 or > 3 || length > MaxTextLength)
        {
            throw new OSError($"{where}: The header has version {start[6]} and {length} bytes, expected version 1 to 3 and at most {MaxTextLength} bytes.");
        }

        var text = Encoding.UTF8.GetString(Bytes(stream, (int)length, where)).Trim();
        var match = Dictionary().Match(text);
        if (!match.Success)
        {
            // A structured dtype is a list, a dictionary in another order is not NumPy's: neither is a data set's.
            throw new OSError($"{where}: The header is not a plain array's: {text}");
        }

        var (type, size) = DType(match.Groups["descr"].Value, where, name);
        if (match.Groups["order"].Value == "True" && match.Groups["shape"].Value.Contains(',', StringComparison.Ordinal))
        {
            throw new OSError($"{where}: {name} is in Fortran order, expected C order.");
        }

        var shape = match.Groups["shape"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(d => long.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= int.MaxValue
                ? value : throw new OSError($"{where}: The header declares the shape ({match.Groups["shape"].Value}), which is too large.")).ToArray();
        return new(type, size, shape.Length <= 4 ? shape : throw new OSError($"{where}: {name} has {shape.Length} dimensions, at most 4 are read."));
    }

    /// <summary>The head of an array of bytes of this shape, as NumPy writes it: padded to 64 bytes.</summary>
    public static byte[] OfBytes(params int[] shape)
    {
        var text = $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({string.Join(", ", shape)}), }}";
        text = text.PadRight((((10 + text.Length) / 64) + 1) * 64 - 11) + '\n';
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, (byte)(text.Length >> 8), .. Encoding.ASCII.GetBytes(text)];
    }

    private static (NPTypeCode Type, int Size) DType(string descr, string where, string name) => descr switch
    {
        "|u1" => (NPTypeCode.Byte, 1),
        "|i1" => (NPTypeCode.SByte, 1),
        "|b1" => (NPTypeCode.Boolean, 1),
        "<i2" => (NPTypeCode.Int16, 2),
        "<u2" => (NPTypeCode.UInt16, 2),
        "<i4" => (NPTypeCode.Int32, 4),
        "<u4" => (NPTypeCode.UInt32, 4),
        "<i8" => (NPTypeCode.Int64, 8),
        "<u8" => (NPTypeCode.UInt64, 8),
        "<f4" => (NPTypeCode.Single, 4),
        "<f8" => (NPTypeCode.Double, 8),
        "|O" => throw new OSError($"{where}: {name} is an object array (a Python pickle), which is never read."),
        _ => throw new OSError($"{where}: {name} has the dtype '{descr}', which is not read: expected a little-endian number or bool."),
    };

    private static byte[] Bytes(Stream stream, int count, string where)
    {
        var bytes = new byte[count];
        return stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false) == count ? bytes : throw new OSError($"{where}: The header is cut off.");
    }

    [GeneratedRegex(@"^\{\s*'descr':\s*'(?<descr>[^']*)',\s*'fortran_order':\s*(?<order>True|False),\s*'shape':\s*\((?<shape>[0-9, ]*)\),?\s*\}$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dictionary();
}
