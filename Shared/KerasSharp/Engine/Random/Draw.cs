using System.Buffers;
using System.Runtime.InteropServices;

namespace KerasSharp.Engine;

/// <summary>The distributions that TensorFlow draws from a Philox generator, with its number of bits and its order.</summary>
internal static class Draw
{
    // Truncated normals come in groups, each with blocks of its own, 64 for a number: float32 in fours, float64 in twos.
    private const int BlocksPerNumber = 64;

    /// <summary>Numbers in [0, 1), of 23 bits: one word each.</summary>
    public static void Uniform(Span<float> values, Philox random)
    {
        var words = MemoryMarshal.Cast<float, uint>(values);
        random.Words(words);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Float(words[i]);
        }
    }

    /// <summary>Numbers in [low, high), each equally likely.</summary>
    public static void Uniform(Span<float> values, Philox random, float low, float high)
    {
        Uniform(values, random);
        var range = high - low;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (values[i] * range) + low;
        }
    }

    /// <summary>Numbers in [0, 1), of 52 bits: two words each, the first one high.</summary>
    public static void Uniform(Span<double> values, Philox random)
    {
        var words = MemoryMarshal.Cast<double, uint>(values);
        random.Words(words);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Double(words[2 * i], words[(2 * i) + 1]);
        }
    }

    /// <summary>Whole numbers: <c>low + word mod (high - low)</c>.</summary>
    public static void Integers(Span<int> values, Philox random, int low, int high)
    {
        var words = MemoryMarshal.Cast<int, uint>(values);
        random.Words(words);
        var range = (uint)(high - low);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (int)((uint)low + (words[i] % range));
        }
    }

    /// <summary>Whole numbers: <c>low + words mod (high - low)</c>, two words each, the first one low.</summary>
    public static void Integers(Span<long> values, Philox random, long low, long high)
    {
        var words = MemoryMarshal.Cast<long, uint>(values);
        random.Words(words);
        var range = (ulong)(high - low);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (long)((ulong)low + ((((ulong)words[(2 * i) + 1] << 32) | words[2 * i]) % range));
        }
    }

    /// <summary>Normally distributed numbers: two of two words, by Box and Muller's method, the sine first.</summary>
    public static void Normal(Span<float> values, Philox random, float mean = 0, float stddev = 1)
    {
        using var rented = new Rented(values.Length + (values.Length & 1));
        var words = rented.Words;
        random.Words(words);
        for (var i = 0; i < values.Length; i += 2)
        {
            var (sine, cosine) = BoxMuller(words[i], words[i + 1]);
            values[i] = (sine * stddev) + mean;
            if (i + 1 < values.Length)
            {
                values[i + 1] = (cosine * stddev) + mean;
            }
        }
    }

    /// <summary>Normally distributed float64 numbers: two of four words.</summary>
    public static void Normal(Span<double> values, Philox random)
    {
        using var rented = new Rented(2 * (values.Length + (values.Length & 1)));
        var words = rented.Words;
        random.Words(words);
        for (var i = 0; i < values.Length; i += 2)
        {
            var u = Math.Max(Double(words[2 * i], words[(2 * i) + 1]), 1e-7);
            var (sine, cosine) = Math.SinCos(2 * Math.PI * Double(words[(2 * i) + 2], words[(2 * i) + 3]));
            var radius = Math.Sqrt(-2 * Math.Log(u));
            values[i] = sine * radius;
            if (i + 1 < values.Length)
            {
                values[i + 1] = cosine * radius;
            }
        }
    }

    /// <summary>Normally distributed numbers of less than two standard deviations from the mean; what is further away is drawn again.</summary>
    public static void TruncatedNormal(Span<float> values, Philox random, float mean = 0, float stddev = 1)
    {
        Span<uint> block = stackalloc uint[4];
        for (var i = 0; i < values.Length; i += 4)
        {
            var group = values.Slice(i, Math.Min(4, values.Length - i));
            var kept = 0;
            for (var at = 0; kept < group.Length; at++)
            {
                random.Skip(((ulong)i * BlocksPerNumber) + (ulong)at).Words(block);
                for (var pair = 0; pair < 4; pair += 2)
                {
                    var (sine, cosine) = BoxMuller(block[pair], block[pair + 1]);
                    Keep(sine, group, ref kept);
                    Keep(cosine, group, ref kept);
                }
            }

            foreach (ref var value in group)
            {
                value = (value * stddev) + mean;
            }
        }
    }

    /// <summary>Truncated normal float64 numbers: two of a block, a group of two.</summary>
    public static void TruncatedNormal(Span<double> values, Philox random)
    {
        Span<uint> block = stackalloc uint[4];
        for (var i = 0; i < values.Length; i += 2)
        {
            var group = values.Slice(i, Math.Min(2, values.Length - i));
            var kept = 0;
            for (var at = 0; kept < group.Length; at++)
            {
                random.Skip(((ulong)i * BlocksPerNumber) + (ulong)at).Words(block);
                var (sine, cosine) = Math.SinCos(2 * Math.PI * Double(block[2], block[3]));
                var radius = Math.Sqrt(-2 * Math.Log(Math.Max(Double(block[0], block[1]), 1e-7)));
                Keep(sine * radius, group, ref kept);
                Keep(cosine * radius, group, ref kept);
            }
        }
    }

    /// <summary>A random order: for i from 0, exchanges with <c>i + word mod (n - i)</c>; one word each.</summary>
    public static void Shuffle<T>(Span<T> values, Philox random)
    {
        using var rented = new Rented(values.Length);
        var words = rented.Words;
        random.Words(words);
        for (var i = 0; i < values.Length - 1; i++)
        {
            var j = i + (int)(words[i] % (uint)(values.Length - i));
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    /// <summary>[0, 1), of 23 bits.</summary>
    public static float Float(uint word) => BitConverter.UInt32BitsToSingle((word & 0x7FFFFF) | (127u << 23)) - 1f;

    private static double Double(uint high, uint low) => BitConverter.UInt64BitsToDouble((1023UL << 52) | ((ulong)(high & 0xFFFFF) << 32) | low) - 1;

    private static (float Sine, float Cosine) BoxMuller(uint u, uint v)
    {
        var (sine, cosine) = MathF.SinCos((float)(2 * Math.PI) * Float(v));
        var radius = MathF.Sqrt(-2f * MathF.Log(MathF.Max(Float(u), 1e-7f)));
        return (sine * radius, cosine * radius);
    }

    private static void Keep(float value, Span<float> group, ref int kept)
    {
        if (kept < group.Length && MathF.Abs(value) < 2)
        {
            group[kept++] = value;
        }
    }

    private static void Keep(double value, Span<double> group, ref int kept)
    {
        if (kept < group.Length && Math.Abs(value) < 2)
        {
            group[kept++] = value;
        }
    }

    /// <summary>Words that go back to the pool of arrays.</summary>
    private readonly ref struct Rented(int length)
    {
        private readonly uint[] array = ArrayPool<uint>.Shared.Rent(length);

        public Span<uint> Words => array.AsSpan(0, length);

        public void Dispose() => ArrayPool<uint>.Shared.Return(array);
    }
}
