namespace KerasSharp.TestSupport;

/// <summary>
/// The golden files' number generator: their data and weights come from it, so that a test can make them again.
/// It is described in the README of the golden files, section 2.
/// </summary>
public sealed class Lcg(long seed)
{
    /// <summary>The state: the last step's result, the seed modulo 2^32 before the first.</summary>
    public uint State { get; private set; } = unchecked((uint)seed);

    /// <summary>The next number in [0, 1).</summary>
    public double Number()
    {
        State = unchecked((State * 1664525) + 1013904223);
        return (State >> 8) / 16777216.0;
    }

    /// <summary>The next number between two bounds, rounded once to float32.</summary>
    public float Uniform(double low, double high) => (float)(low + ((high - low) * Number()));

    /// <summary>The next <paramref name="count"/> numbers between two bounds.</summary>
    public float[] Uniform(double low, double high, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = Uniform(low, high);
        }

        return values;
    }

    /// <summary>The next whole number from 0 to <paramref name="limit"/> - 1.</summary>
    public int Integer(int limit) => (int)Math.Floor(Number() * limit);

    /// <summary>The next <paramref name="count"/> whole numbers.</summary>
    public int[] Integers(int limit, int count)
    {
        var values = new int[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = Integer(limit);
        }

        return values;
    }

    /// <summary>Weights of these shapes in turn: Glorot's uniform limits, and -0.05 to 0.05 for a bias.</summary>
    public float[][] Weights(params int[][] shapes) => [.. shapes.Select(Weight)];

    /// <summary>
    /// <paramref name="n"/> pictures of 32 x 32 x 1 with their labels: a bar across and a bar down, placed by the label, under noise.
    /// </summary>
    public static (float[] Images, int[] Labels) Digits(int n, long seed)
    {
        var labels = new Lcg(seed).Integers(10, n);
        var noise = new Lcg(seed + 1);
        var images = new float[n * 32 * 32];
        for (var (i, at) = (0, 0); i < n; i++)
        {
            for (var r = 0; r < 32; r++)
            {
                for (var c = 0; c < 32; c++)
                {
                    var mark = Math.Abs(r - (3 * labels[i])) < 2 || Math.Abs(c - (31 - (3 * labels[i]))) < 2 ? 1.0 : 0.0;
                    images[at++] = (float)((0.75 * mark) + (0.25 * noise.Number()));
                }
            }
        }

        return (images, labels);
    }

    private float[] Weight(int[] shape)
    {
        var size = shape.Aggregate(1, (product, d) => product * d);
        if (shape.Length == 1)
        {
            return Uniform(-0.05, 0.05, size);
        }

        var field = shape[..^2].Aggregate(1, (product, d) => product * d);
        var limit = Math.Sqrt(6.0 / ((field * shape[^2]) + (field * shape[^1])));
        return Uniform(-limit, limit, size);
    }
}
