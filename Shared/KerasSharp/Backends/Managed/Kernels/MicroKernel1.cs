using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// The innermost loop for tiles one register wide: up to 28 rows of one accumulator each.
/// </summary>
internal static unsafe class MicroKernel1
{
    /// <summary>The most rows that the code below can hold; how many of them fit the registers <see cref="Panel"/> knows.</summary>
    public const int MaxRows = 28;

    /// <summary>Computes the tile. The conditions on the number of rows are constants to the JIT: only the rows that exist are compiled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TSimd, TVector, TRows, TLayout>(Tile* tile)
        where TSimd : ISimd<TVector>
        where TVector : struct
        where TRows : ICount
        where TLayout : IRowLayout
    {
        nint s1 = tile->RowStride, s2 = 2 * s1, s3 = 3 * s1, group = TLayout.IsUnit ? tile->GroupStride : 4 * s1;
        nint stepA = tile->StepA, stepB = tile->StepB;
        float* b = tile->B, init = tile->Init;
        var initStride = tile->InitStride;
        var c0 = TRows.Value > 0 ? TSimd.Load(init + (0 * initStride)) : default;
        var c1 = TRows.Value > 1 ? TSimd.Load(init + (1 * initStride)) : default;
        var c2 = TRows.Value > 2 ? TSimd.Load(init + (2 * initStride)) : default;
        var c3 = TRows.Value > 3 ? TSimd.Load(init + (3 * initStride)) : default;
        var c4 = TRows.Value > 4 ? TSimd.Load(init + (4 * initStride)) : default;
        var c5 = TRows.Value > 5 ? TSimd.Load(init + (5 * initStride)) : default;
        var c6 = TRows.Value > 6 ? TSimd.Load(init + (6 * initStride)) : default;
        var c7 = TRows.Value > 7 ? TSimd.Load(init + (7 * initStride)) : default;
        var c8 = TRows.Value > 8 ? TSimd.Load(init + (8 * initStride)) : default;
        var c9 = TRows.Value > 9 ? TSimd.Load(init + (9 * initStride)) : default;
        var c10 = TRows.Value > 10 ? TSimd.Load(init + (10 * initStride)) : default;
        var c11 = TRows.Value > 11 ? TSimd.Load(init + (11 * initStride)) : default;
        var c12 = TRows.Value > 12 ? TSimd.Load(init + (12 * initStride)) : default;
        var c13 = TRows.Value > 13 ? TSimd.Load(init + (13 * initStride)) : default;
        var c14 = TRows.Value > 14 ? TSimd.Load(init + (14 * initStride)) : default;
        var c15 = TRows.Value > 15 ? TSimd.Load(init + (15 * initStride)) : default;
        var c16 = TRows.Value > 16 ? TSimd.Load(init + (16 * initStride)) : default;
        var c17 = TRows.Value > 17 ? TSimd.Load(init + (17 * initStride)) : default;
        var c18 = TRows.Value > 18 ? TSimd.Load(init + (18 * initStride)) : default;
        var c19 = TRows.Value > 19 ? TSimd.Load(init + (19 * initStride)) : default;
        var c20 = TRows.Value > 20 ? TSimd.Load(init + (20 * initStride)) : default;
        var c21 = TRows.Value > 21 ? TSimd.Load(init + (21 * initStride)) : default;
        var c22 = TRows.Value > 22 ? TSimd.Load(init + (22 * initStride)) : default;
        var c23 = TRows.Value > 23 ? TSimd.Load(init + (23 * initStride)) : default;
        var c24 = TRows.Value > 24 ? TSimd.Load(init + (24 * initStride)) : default;
        var c25 = TRows.Value > 25 ? TSimd.Load(init + (25 * initStride)) : default;
        var c26 = TRows.Value > 26 ? TSimd.Load(init + (26 * initStride)) : default;
        var c27 = TRows.Value > 27 ? TSimd.Load(init + (27 * initStride)) : default;

        for (var segment = 0; segment < tile->Segments; segment++)
        {
            float* p0 = tile->A + tile->SegmentOffsets[segment], p1 = p0 + group, p2 = p1 + group, p3 = p2 + group, p4 = p3 + group, p5 = p4 + group, p6 = p5 + group;
            for (var step = tile->Steps; step > 0; step--)
            {
                var b0 = TSimd.Load(b);
                b += stepB;
                if (TRows.Value > 0) c0 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(0, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c0);
                if (TRows.Value > 1) c1 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(1, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c1);
                if (TRows.Value > 2) c2 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(2, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c2);
                if (TRows.Value > 3) c3 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(3, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c3);
                if (TRows.Value > 4) c4 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(4, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c4);
                if (TRows.Value > 5) c5 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(5, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c5);
                if (TRows.Value > 6) c6 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(6, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c6);
                if (TRows.Value > 7) c7 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(7, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c7);
                if (TRows.Value > 8) c8 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(8, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c8);
                if (TRows.Value > 9) c9 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(9, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c9);
                if (TRows.Value > 10) c10 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(10, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c10);
                if (TRows.Value > 11) c11 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(11, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c11);
                if (TRows.Value > 12) c12 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(12, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c12);
                if (TRows.Value > 13) c13 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(13, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c13);
                if (TRows.Value > 14) c14 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(14, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c14);
                if (TRows.Value > 15) c15 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(15, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c15);
                if (TRows.Value > 16) c16 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(16, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c16);
                if (TRows.Value > 17) c17 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(17, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c17);
                if (TRows.Value > 18) c18 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(18, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c18);
                if (TRows.Value > 19) c19 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(19, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c19);
                if (TRows.Value > 20) c20 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(20, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c20);
                if (TRows.Value > 21) c21 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(21, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c21);
                if (TRows.Value > 22) c22 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(22, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c22);
                if (TRows.Value > 23) c23 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(23, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c23);
                if (TRows.Value > 24) c24 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(24, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c24);
                if (TRows.Value > 25) c25 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(25, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c25);
                if (TRows.Value > 26) c26 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(26, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c26);
                if (TRows.Value > 27) c27 = TSimd.MultiplyAdd(TSimd.Broadcast(*RowAddress.Of<TLayout>(27, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3)), b0, c27);
                p0 += stepA;
                if (TRows.Value > TLayout.GroupSize) p1 += stepA;
                if (TRows.Value > 2 * TLayout.GroupSize) p2 += stepA;
                if (TRows.Value > 3 * TLayout.GroupSize) p3 += stepA;
                if (TRows.Value > 4 * TLayout.GroupSize) p4 += stepA;
                if (TRows.Value > 5 * TLayout.GroupSize) p5 += stepA;
                if (TRows.Value > 6 * TLayout.GroupSize) p6 += stepA;
            }
        }

        float* target = tile->C;
        nint strideC = tile->StrideC;
        int columns = tile->Columns;
        if (TRows.Value > 0) RowAddress.Store<TSimd, TVector>(c0, target + (0 * strideC), columns);
        if (TRows.Value > 1) RowAddress.Store<TSimd, TVector>(c1, target + (1 * strideC), columns);
        if (TRows.Value > 2) RowAddress.Store<TSimd, TVector>(c2, target + (2 * strideC), columns);
        if (TRows.Value > 3) RowAddress.Store<TSimd, TVector>(c3, target + (3 * strideC), columns);
        if (TRows.Value > 4) RowAddress.Store<TSimd, TVector>(c4, target + (4 * strideC), columns);
        if (TRows.Value > 5) RowAddress.Store<TSimd, TVector>(c5, target + (5 * strideC), columns);
        if (TRows.Value > 6) RowAddress.Store<TSimd, TVector>(c6, target + (6 * strideC), columns);
        if (TRows.Value > 7) RowAddress.Store<TSimd, TVector>(c7, target + (7 * strideC), columns);
        if (TRows.Value > 8) RowAddress.Store<TSimd, TVector>(c8, target + (8 * strideC), columns);
        if (TRows.Value > 9) RowAddress.Store<TSimd, TVector>(c9, target + (9 * strideC), columns);
        if (TRows.Value > 10) RowAddress.Store<TSimd, TVector>(c10, target + (10 * strideC), columns);
        if (TRows.Value > 11) RowAddress.Store<TSimd, TVector>(c11, target + (11 * strideC), columns);
        if (TRows.Value > 12) RowAddress.Store<TSimd, TVector>(c12, target + (12 * strideC), columns);
        if (TRows.Value > 13) RowAddress.Store<TSimd, TVector>(c13, target + (13 * strideC), columns);
        if (TRows.Value > 14) RowAddress.Store<TSimd, TVector>(c14, target + (14 * strideC), columns);
        if (TRows.Value > 15) RowAddress.Store<TSimd, TVector>(c15, target + (15 * strideC), columns);
        if (TRows.Value > 16) RowAddress.Store<TSimd, TVector>(c16, target + (16 * strideC), columns);
        if (TRows.Value > 17) RowAddress.Store<TSimd, TVector>(c17, target + (17 * strideC), columns);
        if (TRows.Value > 18) RowAddress.Store<TSimd, TVector>(c18, target + (18 * strideC), columns);
        if (TRows.Value > 19) RowAddress.Store<TSimd, TVector>(c19, target + (19 * strideC), columns);
        if (TRows.Value > 20) RowAddress.Store<TSimd, TVector>(c20, target + (20 * strideC), columns);
        if (TRows.Value > 21) RowAddress.Store<TSimd, TVector>(c21, target + (21 * strideC), columns);
        if (TRows.Value > 22) RowAddress.Store<TSimd, TVector>(c22, target + (22 * strideC), columns);
        if (TRows.Value > 23) RowAddress.Store<TSimd, TVector>(c23, target + (23 * strideC), columns);
        if (TRows.Value > 24) RowAddress.Store<TSimd, TVector>(c24, target + (24 * strideC), columns);
        if (TRows.Value > 25) RowAddress.Store<TSimd, TVector>(c25, target + (25 * strideC), columns);
        if (TRows.Value > 26) RowAddress.Store<TSimd, TVector>(c26, target + (26 * strideC), columns);
        if (TRows.Value > 27) RowAddress.Store<TSimd, TVector>(c27, target + (27 * strideC), columns);
    }
}
