namespace KerasSharp.Engine;

/// <summary>
/// Python's <c>random.Random(seed)</c>, of which Keras and TensorFlow take their seeds: the Mersenne Twister MT19937.
/// Source: Matsumoto and Nishimura (1998); <see href="https://docs.python.org/3/library/random.html"/>.
/// </summary>
internal sealed class PythonRandom
{
    private const int N = 624;
    private const int M = 397;

    private readonly Lock gate = new();
    private readonly uint[] state = new uint[N];
    private int index = N;

    /// <summary>Starts from a whole number, as <c>random.Random(seed)</c> does.</summary>
    public PythonRandom(long seed)
    {
        var magnitude = seed < 0 ? (ulong)-seed : (ulong)seed;
        Seed(magnitude >> 32 == 0 ? [(uint)magnitude] : [(uint)magnitude, (uint)(magnitude >> 32)]);
    }

    /// <summary>A whole number of [low, high], both ends included: <c>randint</c>.</summary>
    public int RandInt(int low, int high)
    {
        lock (gate)
        {
            return low + (int)Below((uint)(high - low) + 1);
        }
    }

    /// <summary>Puts the values in random order: <c>random.shuffle</c>.</summary>
    public void Shuffle<T>(Span<T> values)
    {
        lock (gate)
        {
            for (var i = values.Length - 1; i > 0; i--)
            {
                var j = (int)Below((uint)i + 1);
                (values[i], values[j]) = (values[j], values[i]);
            }
        }
    }

    /// <summary>The state, for a checkpoint: 624 words and the position.</summary>
    internal uint[] State
    {
        get
        {
            lock (gate)
            {
                return [.. state, (uint)index];
            }
        }

        set
        {
            lock (gate)
            {
                value.AsSpan(0, N).CopyTo(state);
                index = (int)value[N];
            }
        }
    }

    // As many bits as the bound has; what is too large is drawn again.
    private uint Below(uint bound)
    {
        var bits = 32 - System.Numerics.BitOperations.LeadingZeroCount(bound);
        uint value;
        do
        {
            value = Next() >> (32 - bits);
        }
        while (value >= bound);

        return value;
    }

    private uint Next()
    {
        if (index == N)
        {
            Twist();
        }

        var y = state[index++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    private void Twist()
    {
        for (var i = 0; i < N; i++)
        {
            var y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7FFFFFFF);
            state[i] = state[(i + M) % N] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
        }

        index = 0;
    }

    // The reference's init_by_array.
    private void Seed(ReadOnlySpan<uint> key)
    {
        state[0] = 19650218;
        for (var k = 1; k < N; k++)
        {
            state[k] = (1812433253 * (state[k - 1] ^ (state[k - 1] >> 30))) + (uint)k;
        }

        var (i, j) = (1, 0);
        for (var k = Math.Max(N, key.Length); k > 0; k--)
        {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1664525)) + key[j] + (uint)j;
            i = Wrapped(i + 1);
            j = (j + 1) % key.Length;
        }

        for (var k = N - 1; k > 0; k--)
        {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1566083941)) - (uint)i;
            i = Wrapped(i + 1);
        }

        state[0] = 0x80000000;
    }

    private int Wrapped(int i)
    {
        if (i < N)
        {
            return i;
        }

        state[0] = state[N - 1];
        return 1;
    }
}
