using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>Activations of a run of floats, and their gradients by the result. All may work in place.</summary>
internal static unsafe class ActivationKernels
{
    /// <summary>y = f(x).</summary>
    public static void Apply(FusedActivation activation, float* x, float* y, nint count)
    {
        switch (activation)
        {
            case FusedActivation.Relu: Map<Relu>(x, x, y, count); break;
            case FusedActivation.Tanh: Map<Tanh>(x, x, y, count); break;
            case FusedActivation.Sigmoid: Map<Sigmoid>(x, x, y, count); break;
            default:
                if (x != y) Buffer.MemoryCopy(x, y, count * sizeof(float), count * sizeof(float));
                break;
        }
    }

    /// <summary>dx = dy · f'(x), from y = f(x): relu's is 0 where y is 0, as in Keras.</summary>
    public static void Gradient(FusedActivation activation, float* y, float* dy, float* dx, nint count)
    {
        switch (activation)
        {
            case FusedActivation.Relu: Map<ReluGradient>(y, dy, dx, count); break;
            case FusedActivation.Tanh: Map<TanhGradient>(y, dy, dx, count); break;
            case FusedActivation.Sigmoid: Map<SigmoidGradient>(y, dy, dx, count); break;
            default:
                if (dy != dx) Buffer.MemoryCopy(dy, dx, count * sizeof(float), count * sizeof(float));
                break;
        }
    }

    private static void Map<TFunction>(float* a, float* b, float* target, nint count)
        where TFunction : IFunction
    {
        if (Vector512.IsHardwareAccelerated) Map<Simd512, Vector512<float>, TFunction>(a, b, target, count);
        else if (Vector256.IsHardwareAccelerated) Map<Simd256, Vector256<float>, TFunction>(a, b, target, count);
        else Map<Simd128, Vector128<float>, TFunction>(a, b, target, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Map<TSimd, TVector, TFunction>(float* a, float* b, float* target, nint count)
        where TSimd : ISimd<TVector>
        where TVector : struct
        where TFunction : IFunction
    {
        nint i = 0;
        for (; i <= count - TSimd.Width; i += TSimd.Width)
        {
            TSimd.Store(TFunction.Of<TSimd, TVector>(TSimd.Load(a + i), TSimd.Load(b + i)), target + i);
        }

        if (i == count) return;

        // The rest goes through a full register, so that a value does not depend on where in the run it stands.
        var rest = (int)(count - i);
        float* restA = stackalloc float[16], restB = stackalloc float[16];
        for (var j = 0; j < rest; j++)
        {
            restA[j] = a[i + j];
            restB[j] = b[i + j];
        }

        TSimd.StorePartial(TFunction.Of<TSimd, TVector>(TSimd.Load(restA), TSimd.Load(restB)), target + i, rest);
    }

    // A function of (x, x), or of (y, dy).
    private interface IFunction
    {
        static abstract TVector Of<TSimd, TVector>(TVector a, TVector b)
            where TSimd : ISimd<TVector>
            where TVector : struct;
    }

    private readonly struct Relu : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Of<TSimd, TVector>(TVector a, TVector b)
            where TSimd : ISimd<TVector>
            where TVector : struct => TSimd.Max(a, TSimd.Broadcast(0));
    }

    private readonly struct Tanh : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Of<TSimd, TVector>(TVector a, TVector b)
            where TSimd : ISimd<TVector>
            where TVector : struct => VectorMath.Tanh<TSimd, TVector>(a);
    }

    private readonly struct Sigmoid : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Of<TSimd, TVector>(TVector a, TVector b)
            where TSimd : ISimd<TVector>
            where TVector : struct => VectorMath.Sigmoid<TSimd, TVector>(a);
    }

    private readonly struct ReluGradient : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Of<TSimd, TVector>(TVector a, TVector b)
            where TSimd : ISimd<TVector>
            where TVector : struct => TSimd.Select(TSimd.GreaterThan(a, TSimd.Broadcast(0)), b, TSimd.Broadcast(0));
    }

    private readonly struct TanhGradient : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Of<TSimd, TVector>(TVector a, TVector b)
            where TSimd : ISimd<TVector>
            where TVector : struct => TSimd.Multiply(b, TSimd.Subtract(TSimd.Broadcast(1), TSimd.Multiply(a, a)));
    }

    private readonly struct SigmoidGradient : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Of<TSimd, TVector>(TVector a, TVector b)
            where TSimd : ISimd<TVector>
            where TVector : struct => TSimd.Multiply(b, TSimd.Multiply(a, TSimd.Subtract(TSimd.Broadcast(1), a)));
    }
}
