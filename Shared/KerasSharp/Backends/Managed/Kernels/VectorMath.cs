using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>Functions of a register of floats.</summary>
internal static unsafe class VectorMath
{
    /// <summary>
    /// tanh, within 4e-7 relative, never beyond ±1, NaN for NaN. x · P(x²) / Q(x²) with both of degree 4: the smallest quotient whose
    /// own error, 2.1e-8 (a weighted least-squares fit on [0, 9.02]), is below that of rounding. Beyond 9.02 tanh rounds to 1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        x = TSimd.Clamp(x, 9.02f);
        var z = TSimd.Multiply(x, x);
        var p = TSimd.MultiplyAdd(z, TSimd.Broadcast(1.3318760786014644e-08f), TSimd.Broadcast(2.0583250638313848e-05f));
        var q = TSimd.MultiplyAdd(z, TSimd.Broadcast(7.761890029031806e-07f), TSimd.Broadcast(0.0003283069801732776f));
        p = TSimd.MultiplyAdd(p, z, TSimd.Broadcast(0.0034940204628948705f));
        q = TSimd.MultiplyAdd(q, z, TSimd.Broadcast(0.025871019661701924f));
        p = TSimd.MultiplyAdd(p, z, TSimd.Broadcast(0.13379706114590173f));
        q = TSimd.MultiplyAdd(q, z, TSimd.Broadcast(0.46713021365404667f));
        p = TSimd.MultiplyAdd(p, z, TSimd.Broadcast(1f));
        q = TSimd.MultiplyAdd(q, z, TSimd.Broadcast(1f));
        return TSimd.Clamp(TSimd.Divide(TSimd.Multiply(x, p), q), 1f);
    }

    /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        var one = TSimd.Broadcast(1);
        return TSimd.Divide(one, TSimd.Add(one, TSimd.Exp(TSimd.Subtract(TSimd.Broadcast(0), x))));
    }
}
