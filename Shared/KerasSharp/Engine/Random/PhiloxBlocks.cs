using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KerasSharp.Engine;

/// <summary>The ten rounds of Philox 4x32, four blocks at a time where the processor can.</summary>
internal static class PhiloxBlocks
{
    private const uint M0 = 0xD2511F53;
    private const uint M1 = 0xCD9E8D57;
    private const uint W0 = 0x9E3779B9;
    private const uint W1 = 0xBB67AE85;

    /// <summary>Fills with the words of the blocks from a counter on. The last block may be used in part.</summary>
    public static void Fill(Span<uint> words, ulong key, UInt128 counter)
    {
        var done = Avx2.IsSupported ? FillByFour(words, key, counter) : 0;
        Span<uint> block = stackalloc uint[4];
        for (var i = done; i < words.Length; i += 4)
        {
            Block(block, key, counter + (uint)(i / 4));
            block[..Math.Min(4, words.Length - i)].CopyTo(words[i..]);
        }
    }

    private static void Block(Span<uint> block, ulong key, UInt128 counter)
    {
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        var (low, high) = ((ulong)counter, (ulong)(counter >> 64));
        var (c0, c1, c2, c3) = ((uint)low, (uint)(low >> 32), (uint)high, (uint)(high >> 32));
        for (var round = 0; round < 10; round++)
        {
            var (p0, p1) = ((ulong)M0 * c0, (ulong)M1 * c2);
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += W0;
            k1 += W1;
        }

        (block[0], block[1], block[2], block[3]) = (c0, c1, c2, c3);
    }

    // Each word of four blocks in the low halves of four 64-bit lanes. The high halves may hold anything: the products do not read them.
    private static int FillByFour(Span<uint> words, ulong key, UInt128 counter)
    {
        var pairs = MemoryMarshal.Cast<uint, ulong>(words);
        var done = 0;
        for (; done + 16 <= words.Length; done += 16, counter += 4)
        {
            var low = (ulong)counter;
            if (low > ulong.MaxValue - 3)
            {
                return done; // The carry into the upper half: block by block.
            }

            var c0 = Vector256.Create(low, low + 1, low + 2, low + 3);
            var c1 = c0 >> 32;
            var high = (ulong)(counter >> 64);
            var (c2, c3) = (Vector256.Create(high), Vector256.Create(high >> 32));
            var (k0, k1) = ((uint)key, (uint)(key >> 32));
            for (var round = 0; round < 10; round++)
            {
                var p0 = Product(c0, M0);
                var p1 = Product(c2, M1);
                c0 = (p1 >> 32) ^ c1 ^ Vector256.Create((ulong)k0);
                c1 = p1;
                c2 = (p0 >> 32) ^ c3 ^ Vector256.Create((ulong)k1);
                c3 = p0;
                k0 += W0;
                k1 += W1;
            }

            var first = Pairs(c0, c1);
            var second = Pairs(c2, c3);
            var even = Avx2.UnpackLow(first, second); // block 0, block 2
            var odd = Avx2.UnpackHigh(first, second); // block 1, block 3
            Avx2.Permute2x128(even, odd, 0x20).CopyTo(pairs[(done / 2)..]);
            Avx2.Permute2x128(even, odd, 0x31).CopyTo(pairs[((done / 2) + 4)..]);
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Product(Vector256<ulong> x, uint factor) => Avx2.Multiply(x.AsUInt32(), Vector256.Create((ulong)factor).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Pairs(Vector256<ulong> low, Vector256<ulong> high) => (low & Vector256.Create(0xFFFFFFFFUL)) | (high << 32);
}
