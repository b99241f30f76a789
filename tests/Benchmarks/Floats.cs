using System.Runtime.InteropServices;

namespace KerasSharp.Benchmarks;

/// <summary>Aligned memory, filled with small random numbers, for as long as the process lives.</summary>
internal static unsafe class Floats
{
    private static readonly Random Random = new(1);

    /// <summary>So many floats in [-scale, scale).</summary>
    public static float* New(nint count, float scale = 0.5f)
    {
        var pointer = (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), 64);
        for (nint i = 0; i < count; i++) pointer[i] = scale * ((2 * Random.NextSingle()) - 1);
        return pointer;
    }

    /// <summary>So many zeros.</summary>
    public static float* Zeros(nint count) => New(count, 0);
}
