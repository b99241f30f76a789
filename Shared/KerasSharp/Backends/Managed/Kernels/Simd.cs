namespace KerasSharp.Backends.Managed;

/// <summary>Numbers about registers.</summary>
internal static class Simd
{
    /// <summary>The lanes of the widest register: after so many rows of any length a register starts a row again.</summary>
    public const int Cycle = 16;

    /// <summary>The greatest common divisor of two positive numbers.</summary>
    public static int GreatestCommonDivisor(int a, int b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
