using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// The innermost loop for tiles two registers wide: up to 14 rows of two accumulators each.
/// </summary>
internal static unsafe class MicroKernel2
{
    /// <summary>The most rows that the code below can hold; how many of them fit the registers <see cref="Panel"/> knows.</summary>
    public const int MaxRows = 14;

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
        var d0 = TRows.Value > 0 ? TSimd.Load(init + (0 * initStride) + TSimd.Width) : default;
        var c1 = TRows.Value > 1 ? TSimd.Load(init + (1 * initStride)) : default;
        var d1 = TRows.Value > 1 ? TSimd.Load(init + (1 * initStride) + TSimd.Width) : default;
        var c2 = TRows.Value > 2 ? TSimd.Load(init + (2 * initStride)) : default;
        var d2 = TRows.Value > 2 ? TSimd.Load(init + (2 * initStride) + TSimd.Width) : default;
        var c3 = TRows.Value > 3 ? TSimd.Load(init + (3 * initStride)) : default;
        var d3 = TRows.Value > 3 ? TSimd.Load(init + (3 * initStride) + TSimd.Width) : default;
        var c4 = TRows.Value > 4 ? TSimd.Load(init + (4 * initStride)) : default;
        var d4 = TRows.Value > 4 ? TSimd.Load(init + (4 * initStride) + TSimd.Width) : default;
        var c5 = TRows.Value > 5 ? TSimd.Load(init + (5 * initStride)) : default;
        var d5 = TRows.Value > 5 ? TSimd.Load(init + (5 * initStride) + TSimd.Width) : default;
        var c6 = TRows.Value > 6 ? TSimd.Load(init + (6 * initStride)) : default;
        var d6 = TRows.Value > 6 ? TSimd.Load(init + (6 * initStride) + TSimd.Width) : default;
        var c7 = TRows.Value > 7 ? TSimd.Load(init + (7 * initStride)) : default;
        var d7 = TRows.Value > 7 ? TSimd.Load(init + (7 * initStride) + TSimd.Width) : default;
        var c8 = TRows.Value > 8 ? TSimd.Load(init + (8 * initStride)) : default;
        var d8 = TRows.Value > 8 ? TSimd.Load(init + (8 * initStride) + TSimd.Width) : default;
        var c9 = TRows.Value > 9 ? TSimd.Load(init + (9 * initStride)) : default;
        var d9 = TRows.Value > 9 ? TSimd.Load(init + (9 * initStride) + TSimd.Width) : default;
        var c10 = TRows.Value > 10 ? TSimd.Load(init + (10 * initStride)) : default;
        var d10 = TRows.Value > 10 ? TSimd.Load(init + (10 * initStride) + TSimd.Width) : default;
        var c11 = TRows.Value > 11 ? TSimd.Load(init + (11 * initStride)) : default;
        var d11 = TRows.Value > 11 ? TSimd.Load(init + (11 * initStride) + TSimd.Width) : default;
        var c12 = TRows.Value > 12 ? TSimd.Load(init + (12 * initStride)) : default;
        var d12 = TRows.Value > 12 ? TSimd.Load(init + (12 * initStride) + TSimd.Width) : default;
        var c13 = TRows.Value > 13 ? TSimd.Load(init + (13 * initStride)) : default;
        var d13 = TRows.Value > 13 ? TSimd.Load(init + (13 * initStride) + TSimd.Width) : default;

        for (var segment = 0; segment < tile->Segments; segment++)
        {
            float* p0 = tile->A + tile->SegmentOffsets[segment], p1 = p0 + group, p2 = p1 + group, p3 = p2 + group, p4 = p3 + group, p5 = p4 + group, p6 = p5 + group;
            for (var step = tile->Steps; step > 0; step--)
            {
                var b0 = TSimd.Load(b);
                var b1 = TSimd.Load(b + TSimd.Width);
                b += stepB;
                if (TRows.Value > 0)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(0, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c0 = TSimd.MultiplyAdd(a, b0, c0);
                    d0 = TSimd.MultiplyAdd(a, b1, d0);
                }
                if (TRows.Value > 1)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(1, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c1 = TSimd.MultiplyAdd(a, b0, c1);
                    d1 = TSimd.MultiplyAdd(a, b1, d1);
                }
                if (TRows.Value > 2)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(2, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c2 = TSimd.MultiplyAdd(a, b0, c2);
                    d2 = TSimd.MultiplyAdd(a, b1, d2);
                }
                if (TRows.Value > 3)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(3, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c3 = TSimd.MultiplyAdd(a, b0, c3);
                    d3 = TSimd.MultiplyAdd(a, b1, d3);
                }
                if (TRows.Value > 4)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(4, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c4 = TSimd.MultiplyAdd(a, b0, c4);
                    d4 = TSimd.MultiplyAdd(a, b1, d4);
                }
                if (TRows.Value > 5)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(5, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c5 = TSimd.MultiplyAdd(a, b0, c5);
                    d5 = TSimd.MultiplyAdd(a, b1, d5);
                }
                if (TRows.Value > 6)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(6, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c6 = TSimd.MultiplyAdd(a, b0, c6);
                    d6 = TSimd.MultiplyAdd(a, b1, d6);
                }
                if (TRows.Value > 7)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(7, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c7 = TSimd.MultiplyAdd(a, b0, c7);
                    d7 = TSimd.MultiplyAdd(a, b1, d7);
                }
                if (TRows.Value > 8)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(8, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c8 = TSimd.MultiplyAdd(a, b0, c8);
                    d8 = TSimd.MultiplyAdd(a, b1, d8);
                }
                if (TRows.Value > 9)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(9, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c9 = TSimd.MultiplyAdd(a, b0, c9);
                    d9 = TSimd.MultiplyAdd(a, b1, d9);
                }
                if (TRows.Value > 10)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(10, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c10 = TSimd.MultiplyAdd(a, b0, c10);
                    d10 = TSimd.MultiplyAdd(a, b1, d10);
                }
                if (TRows.Value > 11)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(11, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c11 = TSimd.MultiplyAdd(a, b0, c11);
                    d11 = TSimd.MultiplyAdd(a, b1, d11);
                }
                if (TRows.Value > 12)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(12, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c12 = TSimd.MultiplyAdd(a, b0, c12);
                    d12 = TSimd.MultiplyAdd(a, b1, d12);
                }
                if (TRows.Value > 13)
                {
                    var a = TSimd.Broadcast(*RowAddress.Of<TLayout>(13, p0, p1, p2, p3, p4, p5, p6, s1, s2, s3));
                    c13 = TSimd.MultiplyAdd(a, b0, c13);
                    d13 = TSimd.MultiplyAdd(a, b1, d13);
                }
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
        if (TRows.Value > 0) RowAddress.Store<TSimd, TVector>(c0, d0, target + (0 * strideC), columns);
        if (TRows.Value > 1) RowAddress.Store<TSimd, TVector>(c1, d1, target + (1 * strideC), columns);
        if (TRows.Value > 2) RowAddress.Store<TSimd, TVector>(c2, d2, target + (2 * strideC), columns);
        if (TRows.Value > 3) RowAddress.Store<TSimd, TVector>(c3, d3, target + (3 * strideC), columns);
        if (TRows.Value > 4) RowAddress.Store<TSimd, TVector>(c4, d4, target + (4 * strideC), columns);
        if (TRows.Value > 5) RowAddress.Store<TSimd, TVector>(c5, d5, target + (5 * strideC), columns);
        if (TRows.Value > 6) RowAddress.Store<TSimd, TVector>(c6, d6, target + (6 * strideC), columns);
        if (TRows.Value > 7) RowAddress.Store<TSimd, TVector>(c7, d7, target + (7 * strideC), columns);
        if (TRows.Value > 8) RowAddress.Store<TSimd, TVector>(c8, d8, target + (8 * strideC), columns);
        if (TRows.Value > 9) RowAddress.Store<TSimd, TVector>(c9, d9, target + (9 * strideC), columns);
        if (TRows.Value > 10) RowAddress.Store<TSimd, TVector>(c10, d10, target + (10 * strideC), columns);
        if (TRows.Value > 11) RowAddress.Store<TSimd, TVector>(c11, d11, target + (11 * strideC), columns);
        if (TRows.Value > 12) RowAddress.Store<TSimd, TVector>(c12, d12, target + (12 * strideC), columns);
        if (TRows.Value > 13) RowAddress.Store<TSimd, TVector>(c13, d13, target + (13 * strideC), columns);
    }
}
