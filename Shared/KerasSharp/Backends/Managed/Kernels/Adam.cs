using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Adam's update of one variable, in one pass over its memory, with Keras's formulas: <c>m += (g - m)(1 - β₁)</c>,
/// <c>v += (g² - v)(1 - β₂)</c>, <c>w -= m · α / (√v + ε)</c>, where α is the learning rate with both bias corrections; with AMSGrad √ of the
/// largest v so far. Source: https://keras.io/api/optimizers/adam/.
/// </summary>
internal static unsafe class Adam
{
    private const int PieceFloats = 8 * 1024;

    /// <summary>Updates w, m, v and, where it is not null, the largest v.</summary>
    public static void Run(float* w, float* gradient, float* m, float* v, float* largestV, nint count, in AdamStep step)
    {
        var job = new Job { W = w, Gradient = gradient, M = m, V = v, LargestV = largestV, Count = count, Step = step };
        WorkerPool.Run((int)((count + PieceFloats - 1) / PieceFloats), ref job);
    }

    // One chunk does a piece of the variable.
    private struct Job : IChunkJob
    {
        public float* W, Gradient, M, V, LargestV;
        public nint Count;
        public AdamStep Step;

        public readonly void Run(int chunk)
        {
            var start = (nint)chunk * PieceFloats;
            var end = Math.Min(start + PieceFloats, Count);
            if (Vector512.IsHardwareAccelerated) start = Update<Simd512, Vector512<float>>(start, end);
            else if (Vector256.IsHardwareAccelerated) start = Update<Simd256, Vector256<float>>(start, end);
            else start = Update<Simd128, Vector128<float>>(start, end);
            Update<SimdScalar, float>(start, end);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly nint Update<TSimd, TVector>(nint start, nint end)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float* w = W, gradient = Gradient, firsts = M, seconds = V, largest = LargestV;
            TVector alpha = TSimd.Broadcast(Step.Alpha), epsilon = TSimd.Broadcast(Step.Epsilon);
            TVector rest1 = TSimd.Broadcast(Step.Rate1), rest2 = TSimd.Broadcast(Step.Rate2);
            var i = start;
            for (; i <= end - TSimd.Width; i += TSimd.Width)
            {
                TVector g = TSimd.Load(gradient + i), m = TSimd.Load(firsts + i), v = TSimd.Load(seconds + i);
                m = TSimd.MultiplyAdd(TSimd.Subtract(g, m), rest1, m);
                v = TSimd.MultiplyAdd(TSimd.Subtract(TSimd.Multiply(g, g), v), rest2, v);
                TSimd.Store(m, firsts + i);
                TSimd.Store(v, seconds + i);
                if (largest != null)
                {
                    v = TSimd.Max(TSimd.Load(largest + i), v);
                    TSimd.Store(v, largest + i);
                }

                var change = TSimd.Divide(TSimd.Multiply(m, alpha), TSimd.Add(TSimd.Sqrt(v), epsilon));
                TSimd.Store(TSimd.Subtract(TSimd.Load(w + i), change), w + i);
            }

            return i;
        }
    }
}
