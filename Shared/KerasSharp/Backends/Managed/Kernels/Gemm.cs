namespace KerasSharp.Backends.Managed;

/// <summary>
/// Matrix products, row-major: <c>C[m, n] = op(A)[m, k] · op(B)[k, n]</c>. Both factors are packed into panels that the micro-kernel
/// reads in order, where that pays. Every element is one chain of multiply-adds in the order of k, so neither the blocking nor the number
/// of threads changes a bit of it.
/// </summary>
internal static unsafe class Gemm
{
    // The memory that packed blocks may take: beyond, the matrix is done block by block.
    private const int MaxPacked = 1 << 20;
    private const int MaxBlockK = 4096;

    /// <summary>
    /// One product. <paramref name="lda"/>, <paramref name="ldb"/>, <paramref name="ldc"/> are the distances between rows as the matrices
    /// are stored. <paramref name="bias"/> (n floats or null) is added to each row; with <paramref name="accumulate"/> the product is
    /// added to what C holds instead, without a bias. k = 0 gives only the bias.
    /// </summary>
    public static void Run(
        bool transposeA, bool transposeB, int m, int n, int k, float* a, int lda, float* b, int ldb, float* c, int ldc,
        float* bias = null, bool accumulate = false, FusedActivation activation = FusedActivation.None)
    {
        if (m == 0 || n == 0) return;
        using var padded = Scratch.Rent(Panel.TotalLanes(n));
        Packing.PadBias(bias, n, padded.Pointer);
        int blockK = Math.Max(1, Math.Min(k, MaxBlockK)), blockN = BlockSize(n, blockK), blockM = BlockSize(m, blockK);
        for (var n0 = 0; n0 < n; n0 += blockN)
        {
            for (var k0 = 0; k0 < Math.Max(k, 1); k0 += blockK)
            {
                for (var m0 = 0; m0 < m; m0 += blockM)
                {
                    var block = new GemmBlock
                    {
                        M = Math.Min(blockM, m - m0),
                        N = Math.Min(blockN, n - n0),
                        K = Math.Min(blockK, k - k0),
                        TransposeA = transposeA,
                        TransposeB = transposeB,
                        A = a + (transposeA ? ((nint)k0 * lda) + m0 : ((nint)m0 * lda) + k0),
                        Lda = lda,
                        B = b + (transposeB ? ((nint)n0 * ldb) + k0 : ((nint)k0 * ldb) + n0),
                        Ldb = ldb,
                        C = c + ((nint)m0 * ldc) + n0,
                        Ldc = ldc,
                        Bias = padded.Pointer + n0,
                        Accumulate = accumulate || k0 > 0,
                        Activation = k0 + blockK >= k ? activation : FusedActivation.None,
                    };
                    block.Run();
                }
            }
        }
    }

    /// <summary>
    /// Products of equal size, whose matrices lie at equal distances; a distance of 0 uses one matrix for all. Many small products are
    /// shared out among the threads, few large ones are cut themselves.
    /// </summary>
    public static void Batched(
        int batch, bool transposeA, bool transposeB, int m, int n, int k, float* a, int lda, nint strideA, float* b, int ldb, nint strideB,
        float* c, int ldc, nint strideC, float* bias = null, FusedActivation activation = FusedActivation.None)
    {
        var job = new BatchJob
        {
            TransposeA = transposeA,
            TransposeB = transposeB,
            M = m,
            N = n,
            K = k,
            A = a,
            Lda = lda,
            StrideA = strideA,
            B = b,
            Ldb = ldb,
            StrideB = strideB,
            C = c,
            Ldc = ldc,
            StrideC = strideC,
            Bias = bias,
            Activation = activation,
        };
        if (batch >= 2 * WorkerPool.Threads)
        {
            WorkerPool.Run(batch, ref job);
            return;
        }

        for (var i = 0; i < batch; i++) job.Run(i);
    }

    // Blocks are whole numbers of the widest panel and of the tallest tile.
    private static int BlockSize(int size, int blockK)
    {
        var most = Math.Max(96, MaxPacked / blockK / 96 * 96);
        return size <= most + (most / 2) ? size : most;
    }

    private struct BatchJob : IChunkJob
    {
        public bool TransposeA, TransposeB;
        public int M, N, K, Lda, Ldb, Ldc;
        public float* A, B, C, Bias;
        public nint StrideA, StrideB, StrideC;
        public FusedActivation Activation;

        public readonly void Run(int chunk) => Gemm.Run(
            TransposeA, TransposeB, M, N, K, A + (chunk * StrideA), Lda, B + (chunk * StrideB), Ldb, C + (chunk * StrideC), Ldc, Bias, false, Activation);
    }
}
