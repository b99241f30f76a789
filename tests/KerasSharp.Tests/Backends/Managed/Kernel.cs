namespace KerasSharp.Tests.Backends.Managed;

/// <summary>What the tests of the kernels share.</summary>
internal static class Kernel
{
    /// <summary>Values in [-1, 1).</summary>
    public static float[] Values(Random random, int count) => Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray();

    /// <summary>The same values in double precision, for the naive reference.</summary>
    public static double[] Double(float[] values) => Array.ConvertAll(values, v => (double)v);

    /// <summary>All elements agree within a tolerance, relative where the value is large.</summary>
    public static void Close(double[] expected, float[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            // Written so that NaN fails.
            if (!(Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i]))))
            {
                Assert.Fail($"{what}: element {i} of {expected.Length} is {actual[i]}, expected {expected[i]}.");
            }
        }
    }

    /// <summary>What rounding may do to a sum of so many products of values in [-1, 1).</summary>
    public static double Rounding(int terms) => 1e-7 * (terms + 10);
}
