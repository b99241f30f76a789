using System.Numerics;

namespace KerasSharp.Engine;

/// <summary>
/// The engine's own random numbers: xoshiro256** seeded by SplitMix64 (Blackman and Vigna), the same on every system and backend.
/// Initial weights, shuffling and dropout draw from <see cref="Global"/> unless they have a seed of their own.
/// </summary>
public sealed class RandomGenerator
{
    private readonly Lock gate = new();
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>A generator that starts from a seed.</summary>
    public RandomGenerator(long seed) => Seed(seed);

    /// <summary>The generator of the process: from the system's entropy until <c>tf.random.set_seed</c> is called.</summary>
    public static RandomGenerator Global { get; } = new(Random.Shared.NextInt64());

    /// <summary>Starts again from a seed.</summary>
    public void Seed(long seed)
    {
        lock (gate)
        {
            var state = (ulong)seed;
            s0 = SplitMix(ref state);
            s1 = SplitMix(ref state);
            s2 = SplitMix(ref state);
            s3 = SplitMix(ref state);
        }
    }

    /// <summary>The state, for a checkpoint.</summary>
    internal (ulong, ulong, ulong, ulong) State
    {
        get => (s0, s1, s2, s3);
        set => (s0, s1, s2, s3) = value;
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        lock (gate)
        {
            return Next();
        }
    }

    /// <summary>A whole number in [0, bound), each equally likely (Lemire's method).</summary>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        lock (gate)
        {
            var product = (Next() >> 32) * (ulong)bound;
            var threshold = (uint)-bound % (uint)bound;
            while ((uint)product < threshold)
            {
                product = (Next() >> 32) * (ulong)bound;
            }

            return (int)(product >> 32);
        }
    }

    /// <summary>A number in [0, 1), of 53 bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Fills with numbers in [0, 1), of 24 bits.</summary>
    public void FillUniform(Span<float> values)
    {
        lock (gate)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (Next() >> 40) * (1f / (1 << 24));
            }
        }
    }

    /// <summary>A number of the standard normal distribution (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        while (true)
        {
            var u = (2 * NextDouble()) - 1;
            var v = (2 * NextDouble()) - 1;
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
            }
        }
    }

    /// <summary>Puts the values in random order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }
}
