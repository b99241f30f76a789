namespace KerasSharp.Backends.Managed;

/// <summary>
/// One vector width. A kernel is written once, generic over this and over the register type, and the JIT compiles it for each width:
/// <see cref="Simd512"/> (AVX-512), <see cref="Simd256"/> (AVX2), <see cref="Simd128"/> (ARM64's NEON, and everything else).
/// </summary>
internal unsafe interface ISimd<TVector>
    where TVector : struct
{
    /// <summary>The number of floats in a register.</summary>
    static abstract int Width { get; }

    /// <summary>Reads a register; the address need not be aligned.</summary>
    static abstract TVector Load(float* source);

    /// <summary>Writes a register; the address need not be aligned.</summary>
    static abstract void Store(TVector value, float* target);

    /// <summary>Writes the first <paramref name="count"/> floats only (fewer than a register).</summary>
    static abstract void StorePartial(TVector value, float* target, int count);

    /// <summary>One value in all lanes.</summary>
    static abstract TVector Broadcast(float value);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>a - b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>a · b.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a / b.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>a · b + c, rounded once where the processor can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The larger of each pair; NaN where either is NaN.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>Between -limit and limit; NaN stays NaN.</summary>
    static abstract TVector Clamp(TVector a, float limit);

    /// <summary>The square root.</summary>
    static abstract TVector Sqrt(TVector a);

    /// <summary>The exponential function.</summary>
    static abstract TVector Exp(TVector a);

    /// <summary>All bits set where a = b (never where either is NaN), else 0.</summary>
    static abstract TVector Equal(TVector a, TVector b);

    /// <summary>All bits set where a &gt; b, else 0.</summary>
    static abstract TVector GreaterThan(TVector a, TVector b);

    /// <summary>a where the bits of <paramref name="mask"/> are set, else b.</summary>
    static abstract TVector Select(TVector mask, TVector a, TVector b);

    /// <summary>The bits that are set in either.</summary>
    static abstract TVector Or(TVector a, TVector b);
}
