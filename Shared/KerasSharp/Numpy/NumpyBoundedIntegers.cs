using System.Numerics;
using KerasSharp.Python;
using NumSharp;

namespace KerasSharp.Numpy;

/// <summary>
/// NumPy's legacy <c>randint</c>, dtype by dtype: a generator's 32 bits serve one number, two of 16 bits, four of 8 or 32 bools;
/// a number above the bound is drawn again under the smallest mask that holds the bound.
/// Source: <see href="https://numpy.org/doc/1.26/reference/random/generated/numpy.random.randint.html"/>.
/// </summary>
internal static class NumpyBoundedIntegers
{
    /// <summary>Numbers from <paramref name="low"/> to <paramref name="high"/> - 1 as an array of <paramref name="dtype"/>.</summary>
    public static NDArray Draw(NumPyRandom random, long low, long high, IntTuple size, string dtype)
    {
        var (bits, least, most) = Limits(dtype);
        if (low < least)
        {
            throw new ValueError($"low is out of bounds for {dtype}");
        }

        if (high - Int128.One > most)
        {
            throw new ValueError($"high is out of bounds for {dtype}");
        }

        if (low >= high)
        {
            throw new ValueError("low >= high");
        }

        var shape = size.is_given ? Array.ConvertAll(size.to_array(), d => (long)d) : [];
        var range = unchecked((ulong)(high - 1 - low));
        var draw = new Source(random, bits, range);
        var numbers = new long[shape.Aggregate(1L, (product, d) => product * d)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = unchecked(low + (long)draw.Next());
        }

        return new NDArray(numbers).astype(dtype).reshape(shape);
    }

    private static (int Bits, Int128 Least, Int128 Most) Limits(string dtype) => dtype switch
    {
        "bool" => (1, 0, 1),
        "int8" => (8, sbyte.MinValue, sbyte.MaxValue),
        "int16" => (16, short.MinValue, short.MaxValue),
        "int32" => (32, int.MinValue, int.MaxValue),
        "int64" => (64, long.MinValue, long.MaxValue),
        "uint8" => (8, 0, byte.MaxValue),
        "uint16" => (16, 0, ushort.MaxValue),
        "uint32" => (32, 0, uint.MaxValue),
        "uint64" => (64, 0, ulong.MaxValue),
        _ => throw new TypeError($"Unsupported dtype dtype('{dtype}') for randint"),
    };

    /// <summary>Draws integers of some width up to a bound.</summary>
    private sealed class Source(NumPyRandom random, int bits, ulong range)
    {
        // As in NumPy: a 64-bit number whose range fits into 32 bits is drawn from 32.
        private readonly int width = bits == 64 && range <= uint.MaxValue ? 32 : bits;
        private readonly ulong mask = range == 0 ? 0 : ulong.MaxValue >> BitOperations.LeadingZeroCount(range);
        private uint word;
        private int left;

        public ulong Next()
        {
            if (range == 0)
            {
                return 0;
            }

            ulong value;
            do
            {
                value = Raw() & mask;
            }
            while (value > range);
            return value;
        }

        private ulong Raw()
        {
            if (width == 64)
            {
                var high = Word();
                return ((ulong)high << 32) | Word();
            }

            // The lowest bits of a word are used first.
            if (left == 0)
            {
                (word, left) = (Word(), 32 / width);
            }
            else
            {
                word >>= width;
            }

            left--;
            return width == 32 ? word : word & ((1u << width) - 1);
        }

        /// <summary>The generator's next 32 bits: np.random.bytes hands them out as they are.</summary>
        private uint Word()
        {
            var four = random.bytes(4);
            return four.GetByte(0) | ((uint)four.GetByte(1) << 8) | ((uint)four.GetByte(2) << 16) | ((uint)four.GetByte(3) << 24);
        }
    }
}
