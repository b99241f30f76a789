using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using KerasSharp.Backends.Managed;

namespace KerasSharp.Benchmarks;

/// <summary>What the processor can do at most: multiply-adds on registers, with no memory at all.</summary>
internal static class MultiplyAddPeak
{
    private const int Steps = 20_000;
    private const int Chains = 12;

    /// <summary>The floating-point operations of one run on a number of threads.</summary>
    public static double Operations(int threads) => 2.0 * Steps * Chains * Panel.Widest * threads;

    /// <summary>Runs the loop on all threads of the pool.</summary>
    public static void Run()
    {
        var job = default(Job);
        WorkerPool.Run(WorkerPool.Threads, ref job);
    }

    private struct Job : IChunkJob
    {
        public readonly void Run(int chunk)
        {
            if (Vector512.IsHardwareAccelerated) Loop<Simd512, Vector512<float>>();
            else if (Vector256.IsHardwareAccelerated) Loop<Simd256, Vector256<float>>();
            else Loop<Simd128, Vector128<float>>();
        }

        // Twelve chains: more than latency times ports of any processor known to us, fewer than the registers of AVX2.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static unsafe void Loop<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector a = TSimd.Broadcast(0.999f), b = TSimd.Broadcast(0.001f);
            TVector c0 = a, c1 = a, c2 = a, c3 = a, c4 = a, c5 = a, c6 = a, c7 = a, c8 = a, c9 = a, c10 = a, c11 = a;
            for (var i = 0; i < Steps; i++)
            {
                c0 = TSimd.MultiplyAdd(c0, a, b);
                c1 = TSimd.MultiplyAdd(c1, a, b);
                c2 = TSimd.MultiplyAdd(c2, a, b);
                c3 = TSimd.MultiplyAdd(c3, a, b);
                c4 = TSimd.MultiplyAdd(c4, a, b);
                c5 = TSimd.MultiplyAdd(c5, a, b);
                c6 = TSimd.MultiplyAdd(c6, a, b);
                c7 = TSimd.MultiplyAdd(c7, a, b);
                c8 = TSimd.MultiplyAdd(c8, a, b);
                c9 = TSimd.MultiplyAdd(c9, a, b);
                c10 = TSimd.MultiplyAdd(c10, a, b);
                c11 = TSimd.MultiplyAdd(c11, a, b);
            }

            var sum = TSimd.Add(TSimd.Add(TSimd.Add(c0, c1), TSimd.Add(c2, c3)), TSimd.Add(TSimd.Add(c4, c5), TSimd.Add(c6, c7)));
            sum = TSimd.Add(sum, TSimd.Add(TSimd.Add(c8, c9), TSimd.Add(c10, c11)));
            var result = stackalloc float[16];
            TSimd.Store(sum, result);
            if (float.IsNaN(result[0])) throw new InvalidOperationException("The chains must converge.");
        }
    }
}
