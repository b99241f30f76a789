using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>Plain sums of runs of floats.</summary>
internal static unsafe class Vectors
{
    /// <summary>target = a + b, element by element.</summary>
    public static void Add(float* a, float* b, float* target, nint count)
    {
        nint i = 0;
        for (; i <= count - 8; i += 8) (Vector256.Load(a + i) + Vector256.Load(b + i)).Store(target + i);
        for (; i < count; i++) target[i] = a[i] + b[i];
    }
}
