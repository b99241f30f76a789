using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>A number that the JIT sees as a constant.</summary>
internal interface ICount
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}

/// <summary>Where the rows of a tile's factor A lie.</summary>
internal interface IRowLayout
{
    /// <summary>The rows that one pointer reaches by offsets.</summary>
    static abstract int GroupSize { get; }

    /// <summary>Whether the rows of a group are neighbours in memory, so that their offsets are constants.</summary>
    static abstract bool IsUnit { get; }
}

/// <summary>Rows at any equal distance: neighbouring pixels, rows of a matrix.</summary>
internal readonly struct StridedRows : IRowLayout
{
    public static int GroupSize => 4;

    public static bool IsUnit => false;
}

/// <summary>Groups of neighbours: a packed panel, a transposed matrix, the elements of a kernel row.</summary>
internal readonly struct UnitRows<TSize> : IRowLayout
    where TSize : ICount
{
    public static int GroupSize => TSize.Value;

    public static bool IsUnit => true;
}

/// <summary>The address arithmetic of the micro-kernels. All but the pointers and strides are constants and fold away.</summary>
internal static unsafe class RowAddress
{
    /// <summary>Row q: the group's pointer, and an offset in the group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float* Of<TLayout>(int q, float* p0, float* p1, float* p2, float* p3, float* p4, float* p5, float* p6, nint s1, nint s2, nint s3)
        where TLayout : IRowLayout
    {
        var group = q / TLayout.GroupSize;
        var rest = q % TLayout.GroupSize;
        var p = group == 0 ? p0 : group == 1 ? p1 : group == 2 ? p2 : group == 3 ? p3 : group == 4 ? p4 : group == 5 ? p5 : p6;
        return p + (TLayout.IsUnit ? rest : rest == 0 ? 0 : rest == 1 ? s1 : rest == 2 ? s2 : s3);
    }

    /// <summary>Writes one row of one register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TSimd, TVector>(TVector c, float* target, int columns)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        if (columns == TSimd.Width) TSimd.Store(c, target);
        else TSimd.StorePartial(c, target, columns);
    }

    /// <summary>Writes one row of two registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TSimd, TVector>(TVector c, TVector d, float* target, int columns)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        if (columns == 2 * TSimd.Width)
        {
            TSimd.Store(c, target);
            TSimd.Store(d, target + TSimd.Width);
        }
        else if (columns >= TSimd.Width)
        {
            TSimd.Store(c, target);
            if (columns > TSimd.Width) TSimd.StorePartial(d, target + TSimd.Width, columns - TSimd.Width);
        }
        else
        {
            TSimd.StorePartial(c, target, columns);
        }
    }
}
