using KerasSharp.Backends;
using KerasSharp.Backends.Managed;
using KerasSharp.TestSupport.Naive;

namespace KerasSharp.Tests.Backends.Managed;

public unsafe class GemmKernelTests
{
    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15, 16, 17, 23, 24, 25, 31, 32, 33, 40, 47, 48, 49, 63, 64, 65, 84, 97, 120, 128, 130];

    [Fact]
    public void Random_shapes_equal_the_definition()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 300; trial++)
        {
            Check(Sizes[random.Next(Sizes.Length)], Sizes[random.Next(Sizes.Length)], Sizes[random.Next(Sizes.Length)], random);
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 1, 1000)]
    [InlineData(1, 1000, 1)]
    [InlineData(1000, 1, 1)]
    [InlineData(1, 300, 700)]
    [InlineData(300, 1, 700)]
    [InlineData(300, 700, 1)]
    [InlineData(3, 5, 0)]
    [InlineData(0, 5, 3)]
    [InlineData(129, 257, 513)]
    [InlineData(40, 33, 9001)]
    [InlineData(20, 700, 4100)]
    public void Edges_and_large_sizes_equal_the_definition(int m, int n, int k) => Check(m, n, k, new Random(2));

    [Fact]
    public void Rows_may_have_gaps_and_C_may_be_added_to()
    {
        var random = new Random(3);
        foreach (var (m, n, k) in new[] { (7, 5, 300), (13, 33, 600), (50, 70, 20), (1, 6, 4097), (100, 200, 260) })
        {
            int lda = k + 3, ldb = n + 5, ldc = n + 2;
            float[] a = Kernel.Values(random, m * lda), b = Kernel.Values(random, k * ldb), c = Kernel.Values(random, m * ldc);
            using GuardedBuffer pa = new(a), pb = new(b), pc = new(c);
            Gemm.Run(false, false, m, n, k, pa.Pointer, lda, pb.Pointer, ldb, pc.Pointer, ldc, null, accumulate: true);
            var expected = Kernel.Double(c);
            for (var i = 0; i < m; i++)
                for (var j = 0; j < n; j++)
                    for (var l = 0; l < k; l++) expected[(i * ldc) + j] += (double)a[(i * lda) + l] * b[(l * ldb) + j];
            Kernel.Close(expected, pc.Read(), Kernel.Rounding(k), $"{m} x {n} x {k}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void A_batch_equals_its_products_one_by_one(int batch)
    {
        var random = new Random(4);
        const int M = 9, N = 21, K = 14;
        float[] a = Kernel.Values(random, batch * M * K), b = Kernel.Values(random, K * N), bias = Kernel.Values(random, N);
        using GuardedBuffer pa = new(a), pb = new(b), pc = new(batch * M * N), pBias = new(bias);
        Gemm.Batched(batch, false, false, M, N, K, pa.Pointer, K, M * K, pb.Pointer, N, 0, pc.Pointer, N, M * N, pBias.Pointer);
        var expected = NaiveGemm.Run(false, false, batch * M, N, K, Kernel.Double(a), Kernel.Double(b), Kernel.Double(bias));
        Kernel.Close(expected, pc.Read(), Kernel.Rounding(K), $"batch {batch}");
    }

    private static void Check(int m, int n, int k, Random random)
    {
        bool transposeA = random.Next(2) == 0, transposeB = random.Next(2) == 0;
        var activation = random.Next(4) == 0 ? FusedActivation.Relu : FusedActivation.None;
        float[] a = Kernel.Values(random, m * k), b = Kernel.Values(random, k * n), bias = Kernel.Values(random, n);
        var withBias = random.Next(2) == 0;
        using GuardedBuffer pa = new(a), pb = new(b), pc = new(m * n), pBias = new(bias);
        Gemm.Run(
            transposeA, transposeB, m, n, k, pa.Pointer, transposeA ? m : k, pb.Pointer, transposeB ? k : n, pc.Pointer, n,
            withBias ? pBias.Pointer : null, false, activation);
        var expected = NaiveGemm.Run(transposeA, transposeB, m, n, k, Kernel.Double(a), Kernel.Double(b), withBias ? Kernel.Double(bias) : null);
        if (activation == FusedActivation.Relu) expected = Array.ConvertAll(expected, v => Math.Max(0, v));
        Kernel.Close(expected, pc.Read(), Kernel.Rounding(k), $"{m} x {n} x {k}, transposed {transposeA} {transposeB}, bias {withBias}, {activation}");
    }
}
