using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// A strip of columns that one tile covers. A matrix's columns are cut into panels as wide as two registers; what is left over goes into
/// narrower ones, since six columns in a register of sixteen would waste more than half of the arithmetic.
/// </summary>
/// <param name="Kind">The registers.</param>
/// <param name="Start">The first column.</param>
/// <param name="Columns">The number of columns, at most <see cref="Lanes"/>.</param>
internal readonly record struct Panel(PanelKind Kind, int Start, int Columns)
{
    private static readonly bool ManyRegisters = Avx512F.VL.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>The widest register that is worth using, in floats.</summary>
    public static int Widest => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    /// <summary>The most rows of a strided tile: as many accumulators as there are registers, less a few for the factors.</summary>
    public int MaxRows => Kind is PanelKind.Two128 or PanelKind.Two256 or PanelKind.Two512 ? (ManyRegisters ? 12 : 6) : (ManyRegisters ? 20 : 12);

    /// <summary>The most rows of a tile whose rows are neighbours: they need fewer pointers.</summary>
    public int MaxUnitRows => Kind is PanelKind.Two128 or PanelKind.Two256 or PanelKind.Two512 ? MaxRows : (ManyRegisters ? 25 : 12);

    /// <summary>The floats that the registers hold: packed panels are this wide.</summary>
    public int Lanes => LanesOf(Kind);

    /// <summary>The floats that the registers of a kind hold.</summary>
    public static int LanesOf(PanelKind kind) => kind switch
    {
        PanelKind.One128 => 4,
        PanelKind.Two128 or PanelKind.One256 => 8,
        PanelKind.Two256 or PanelKind.One512 => 16,
        _ => 32,
    };

    /// <summary>The panel that starts at a column of a matrix with so many columns.</summary>
    public static Panel At(int start, int columns)
    {
        var rest = columns - start;
        var kind = Choose(rest);
        return new(kind, start, Math.Min(rest, LanesOf(kind)));
    }

    /// <summary>The panel with a number.</summary>
    public static Panel Nth(int index, int columns)
    {
        var panel = At(0, columns);
        for (; index > 0; index--) panel = At(panel.Start + panel.Columns, columns);
        return panel;
    }

    /// <summary>The number of panels of a matrix.</summary>
    public static int Count(int columns)
    {
        var count = 0;
        for (var start = 0; start < columns; start += At(start, columns).Columns) count++;
        return count;
    }

    /// <summary>The lanes of all panels of a matrix together: the width of its packed form.</summary>
    public static int TotalLanes(int columns)
    {
        var total = 0;
        for (var start = 0; start < columns;)
        {
            var panel = At(start, columns);
            total += panel.Lanes;
            start += panel.Columns;
        }

        return total;
    }

    private static PanelKind Choose(int rest)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            if (rest > 24) return PanelKind.Two512;
            if (rest > 8) return PanelKind.One512;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            if (rest > 12) return PanelKind.Two256;
            if (rest > 4) return PanelKind.One256;
        }

        return rest > 4 ? PanelKind.Two128 : PanelKind.One128;
    }
}
