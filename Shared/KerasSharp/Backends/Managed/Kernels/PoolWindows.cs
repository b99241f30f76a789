using System.Runtime.CompilerServices;

namespace KerasSharp.Backends.Managed;

/// <summary>The windows of some output rows of an image, and which pixels of them exist.</summary>
internal readonly struct PoolWindows(in Pool2DGeometry geometry, int firstRow, int rows)
{
    public Pool2DGeometry Geometry { get; } = geometry;

    /// <summary>The first output row.</summary>
    public int FirstRow { get; } = firstRow;

    /// <summary>The row behind the last output row.</summary>
    public int EndRow { get; } = firstRow + rows;

    /// <summary>The existing rows of the windows in an output row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Start, int End) Rows(int outputRow)
    {
        var top = (outputRow * Geometry.StrideHeight) - Geometry.PadTop;
        return (Math.Max(top, 0), Math.Min(top + Geometry.PoolHeight, Geometry.Height));
    }

    /// <summary>The existing columns of the windows in an output column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Start, int End) Columns(int outputColumn)
    {
        var left = (outputColumn * Geometry.StrideWidth) - Geometry.PadLeft;
        return (Math.Max(left, 0), Math.Min(left + Geometry.PoolWidth, Geometry.Width));
    }
}
