using System.Buffers.Binary;
using System.Text;

namespace KerasSharp.Tests.Build;

/// <summary>The smallest ELF library that asks for symbol versions: a header, the versions, their names, three section headers.</summary>
internal static class ElfFile
{
    private const int Needs = 64;

    /// <summary>A library that needs some versions of two libraries, all with these flags.</summary>
    public static byte[] Asking(ushort flags, params string[] versions)
    {
        var names = new StringBuilder("\0");
        var half = versions.Length / 2;
        var strings = Needs + (2 * 16) + (versions.Length * 16);
        var text = Array.ConvertAll(versions, v =>
        {
            var at = names.Length;
            names.Append(v).Append('\0');
            return at;
        });
        var sections = (strings + names.Length + 7) / 8 * 8;
        var elf = new byte[sections + (3 * 64)];
        new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1 }.CopyTo(elf, 0);
        Put64(elf, 0x28, sections);
        Put16(elf, 0x3a, 64);
        Put16(elf, 0x3c, 3);

        var at = Needs;
        foreach (var (from, to, last) in new[] { (0, half, false), (half, versions.Length, true) })
        {
            Put16(elf, at, 1);
            Put16(elf, at + 2, to - from);
            Put32(elf, at + 8, 16);
            Put32(elf, at + 12, last ? 0 : 16 + ((to - from) * 16));
            for (var i = from; i < to; i++)
            {
                var entry = at + 16 + ((i - from) * 16);
                Put16(elf, entry + 4, flags);
                Put32(elf, entry + 8, text[i]);
                Put32(elf, entry + 12, i == to - 1 ? 0 : 16);
            }

            at += 16 + ((to - from) * 16);
        }

        Encoding.ASCII.GetBytes(names.ToString()).CopyTo(elf, strings);
        Put32(elf, sections + 64 + 4, 0x6ffffffe);
        Put64(elf, sections + 64 + 24, Needs);
        Put32(elf, sections + 64 + 40, 2);
        Put32(elf, sections + 64 + 44, 2);
        Put32(elf, sections + 128 + 4, 3);
        Put64(elf, sections + 128 + 24, strings);
        return elf;
    }

    private static void Put16(byte[] elf, int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(elf.AsSpan(at), (ushort)value);

    private static void Put32(byte[] elf, int at, int value) => BinaryPrimitives.WriteUInt32LittleEndian(elf.AsSpan(at), (uint)value);

    private static void Put64(byte[] elf, int at, int value) => BinaryPrimitives.WriteUInt64LittleEndian(elf.AsSpan(at), (ulong)value);
}
