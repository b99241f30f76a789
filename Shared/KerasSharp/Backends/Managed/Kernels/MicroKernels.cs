using System.Runtime.Intrinsics;

namespace KerasSharp.Backends.Managed;

/// <summary>
/// Finds the compiled micro-kernel for a panel's width and a number of rows. The JIT compiles a kernel when it is first called, so only
/// those that a model uses cost anything.
/// </summary>
internal static unsafe class MicroKernels
{
    /// <summary>The most groups of unit-stride rows in a tile: the kernels hold a pointer for each.</summary>
    public const int MaxGroups = 7;

    /// <summary>The kernel for strided rows.</summary>
    public static delegate*<Tile*, void> Strided(PanelKind kind, int rows) => kind switch
    {
        PanelKind.One128 => One<Simd128, Vector128<float>, StridedRows>(rows),
        PanelKind.Two128 => Two<Simd128, Vector128<float>, StridedRows>(rows),
        PanelKind.One256 => One<Simd256, Vector256<float>, StridedRows>(rows),
        PanelKind.Two256 => Two<Simd256, Vector256<float>, StridedRows>(rows),
        PanelKind.One512 => One<Simd512, Vector512<float>, StridedRows>(rows),
        _ => Two<Simd512, Vector512<float>, StridedRows>(rows),
    };

    /// <summary>The kernel for unit-stride rows in groups of <paramref name="group"/> (rows beyond the last full group are allowed).</summary>
    public static delegate*<Tile*, void> Unit(PanelKind kind, int rows, int group) => kind switch
    {
        PanelKind.One128 => OneUnit<Simd128, Vector128<float>>(rows, group),
        PanelKind.Two128 => TwoUnit<Simd128, Vector128<float>>(rows, group),
        PanelKind.One256 => OneUnit<Simd256, Vector256<float>>(rows, group),
        PanelKind.Two256 => TwoUnit<Simd256, Vector256<float>>(rows, group),
        PanelKind.One512 => OneUnit<Simd512, Vector512<float>>(rows, group),
        _ => TwoUnit<Simd512, Vector512<float>>(rows, group),
    };

    private static delegate*<Tile*, void> One<TSimd, TVector, TLayout>(int rows)
        where TSimd : ISimd<TVector>
        where TVector : struct
        where TLayout : IRowLayout => rows switch
        {
            1 => &MicroKernel1.Run<TSimd, TVector, Count.N1, TLayout>,
            2 => &MicroKernel1.Run<TSimd, TVector, Count.N2, TLayout>,
            3 => &MicroKernel1.Run<TSimd, TVector, Count.N3, TLayout>,
            4 => &MicroKernel1.Run<TSimd, TVector, Count.N4, TLayout>,
            5 => &MicroKernel1.Run<TSimd, TVector, Count.N5, TLayout>,
            6 => &MicroKernel1.Run<TSimd, TVector, Count.N6, TLayout>,
            7 => &MicroKernel1.Run<TSimd, TVector, Count.N7, TLayout>,
            8 => &MicroKernel1.Run<TSimd, TVector, Count.N8, TLayout>,
            9 => &MicroKernel1.Run<TSimd, TVector, Count.N9, TLayout>,
            10 => &MicroKernel1.Run<TSimd, TVector, Count.N10, TLayout>,
            11 => &MicroKernel1.Run<TSimd, TVector, Count.N11, TLayout>,
            12 => &MicroKernel1.Run<TSimd, TVector, Count.N12, TLayout>,
            13 => &MicroKernel1.Run<TSimd, TVector, Count.N13, TLayout>,
            14 => &MicroKernel1.Run<TSimd, TVector, Count.N14, TLayout>,
            15 => &MicroKernel1.Run<TSimd, TVector, Count.N15, TLayout>,
            16 => &MicroKernel1.Run<TSimd, TVector, Count.N16, TLayout>,
            17 => &MicroKernel1.Run<TSimd, TVector, Count.N17, TLayout>,
            18 => &MicroKernel1.Run<TSimd, TVector, Count.N18, TLayout>,
            19 => &MicroKernel1.Run<TSimd, TVector, Count.N19, TLayout>,
            20 => &MicroKernel1.Run<TSimd, TVector, Count.N20, TLayout>,
            21 => &MicroKernel1.Run<TSimd, TVector, Count.N21, TLayout>,
            22 => &MicroKernel1.Run<TSimd, TVector, Count.N22, TLayout>,
            23 => &MicroKernel1.Run<TSimd, TVector, Count.N23, TLayout>,
            24 => &MicroKernel1.Run<TSimd, TVector, Count.N24, TLayout>,
            25 => &MicroKernel1.Run<TSimd, TVector, Count.N25, TLayout>,
            26 => &MicroKernel1.Run<TSimd, TVector, Count.N26, TLayout>,
            27 => &MicroKernel1.Run<TSimd, TVector, Count.N27, TLayout>,
            _ => &MicroKernel1.Run<TSimd, TVector, Count.N28, TLayout>,
        };

    private static delegate*<Tile*, void> Two<TSimd, TVector, TLayout>(int rows)
        where TSimd : ISimd<TVector>
        where TVector : struct
        where TLayout : IRowLayout => rows switch
        {
            1 => &MicroKernel2.Run<TSimd, TVector, Count.N1, TLayout>,
            2 => &MicroKernel2.Run<TSimd, TVector, Count.N2, TLayout>,
            3 => &MicroKernel2.Run<TSimd, TVector, Count.N3, TLayout>,
            4 => &MicroKernel2.Run<TSimd, TVector, Count.N4, TLayout>,
            5 => &MicroKernel2.Run<TSimd, TVector, Count.N5, TLayout>,
            6 => &MicroKernel2.Run<TSimd, TVector, Count.N6, TLayout>,
            7 => &MicroKernel2.Run<TSimd, TVector, Count.N7, TLayout>,
            8 => &MicroKernel2.Run<TSimd, TVector, Count.N8, TLayout>,
            9 => &MicroKernel2.Run<TSimd, TVector, Count.N9, TLayout>,
            10 => &MicroKernel2.Run<TSimd, TVector, Count.N10, TLayout>,
            11 => &MicroKernel2.Run<TSimd, TVector, Count.N11, TLayout>,
            12 => &MicroKernel2.Run<TSimd, TVector, Count.N12, TLayout>,
            13 => &MicroKernel2.Run<TSimd, TVector, Count.N13, TLayout>,
            _ => &MicroKernel2.Run<TSimd, TVector, Count.N14, TLayout>,
        };

    private static delegate*<Tile*, void> OneUnit<TSimd, TVector>(int rows, int group)
        where TSimd : ISimd<TVector>
        where TVector : struct => group switch
        {
            1 => One<TSimd, TVector, UnitRows<Count.N1>>(rows),
            2 => One<TSimd, TVector, UnitRows<Count.N2>>(rows),
            3 => One<TSimd, TVector, UnitRows<Count.N3>>(rows),
            4 => One<TSimd, TVector, UnitRows<Count.N4>>(rows),
            5 => One<TSimd, TVector, UnitRows<Count.N5>>(rows),
            6 => One<TSimd, TVector, UnitRows<Count.N6>>(rows),
            7 => One<TSimd, TVector, UnitRows<Count.N7>>(rows),
            8 => One<TSimd, TVector, UnitRows<Count.N8>>(rows),
            9 => One<TSimd, TVector, UnitRows<Count.N9>>(rows),
            10 => One<TSimd, TVector, UnitRows<Count.N10>>(rows),
            11 => One<TSimd, TVector, UnitRows<Count.N11>>(rows),
            12 => One<TSimd, TVector, UnitRows<Count.N12>>(rows),
            13 => One<TSimd, TVector, UnitRows<Count.N13>>(rows),
            14 => One<TSimd, TVector, UnitRows<Count.N14>>(rows),
            15 => One<TSimd, TVector, UnitRows<Count.N15>>(rows),
            16 => One<TSimd, TVector, UnitRows<Count.N16>>(rows),
            17 => One<TSimd, TVector, UnitRows<Count.N17>>(rows),
            18 => One<TSimd, TVector, UnitRows<Count.N18>>(rows),
            19 => One<TSimd, TVector, UnitRows<Count.N19>>(rows),
            20 => One<TSimd, TVector, UnitRows<Count.N20>>(rows),
            21 => One<TSimd, TVector, UnitRows<Count.N21>>(rows),
            22 => One<TSimd, TVector, UnitRows<Count.N22>>(rows),
            23 => One<TSimd, TVector, UnitRows<Count.N23>>(rows),
            24 => One<TSimd, TVector, UnitRows<Count.N24>>(rows),
            25 => One<TSimd, TVector, UnitRows<Count.N25>>(rows),
            26 => One<TSimd, TVector, UnitRows<Count.N26>>(rows),
            27 => One<TSimd, TVector, UnitRows<Count.N27>>(rows),
            _ => One<TSimd, TVector, UnitRows<Count.N28>>(rows),
        };

    private static delegate*<Tile*, void> TwoUnit<TSimd, TVector>(int rows, int group)
        where TSimd : ISimd<TVector>
        where TVector : struct => group switch
        {
            1 => Two<TSimd, TVector, UnitRows<Count.N1>>(rows),
            2 => Two<TSimd, TVector, UnitRows<Count.N2>>(rows),
            3 => Two<TSimd, TVector, UnitRows<Count.N3>>(rows),
            4 => Two<TSimd, TVector, UnitRows<Count.N4>>(rows),
            5 => Two<TSimd, TVector, UnitRows<Count.N5>>(rows),
            6 => Two<TSimd, TVector, UnitRows<Count.N6>>(rows),
            7 => Two<TSimd, TVector, UnitRows<Count.N7>>(rows),
            8 => Two<TSimd, TVector, UnitRows<Count.N8>>(rows),
            9 => Two<TSimd, TVector, UnitRows<Count.N9>>(rows),
            10 => Two<TSimd, TVector, UnitRows<Count.N10>>(rows),
            11 => Two<TSimd, TVector, UnitRows<Count.N11>>(rows),
            12 => Two<TSimd, TVector, UnitRows<Count.N12>>(rows),
            13 => Two<TSimd, TVector, UnitRows<Count.N13>>(rows),
            _ => Two<TSimd, TVector, UnitRows<Count.N14>>(rows),
        };
}
