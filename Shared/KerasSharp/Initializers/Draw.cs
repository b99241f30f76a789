using KerasSharp.Engine;

namespace KerasSharp.Initializers;

/// <summary>The distributions that several initializers share.</summary>
internal static class Draw
{
    /// <summary>Numbers in [low, high), each equally likely.</summary>
    public static void Uniform(Span<float> values, RandomGenerator random, double low, double high)
    {
        random.FillUniform(values);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(low + ((high - low) * values[i]));
        }
    }

    /// <summary>Normally distributed numbers.</summary>
    public static void Normal(Span<float> values, RandomGenerator random, double mean, double stddev)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(mean + (stddev * random.NextNormal()));
        }
    }

    /// <summary>Normally distributed numbers; those more than two standard deviations from the mean are drawn again.</summary>
    public static void TruncatedNormal(Span<float> values, RandomGenerator random, double mean, double stddev)
    {
        for (var i = 0; i < values.Length; i++)
        {
            double z;
            do
            {
                z = random.NextNormal();
            }
            while (Math.Abs(z) > 2);

            values[i] = (float)(mean + (stddev * z));
        }
    }
}
