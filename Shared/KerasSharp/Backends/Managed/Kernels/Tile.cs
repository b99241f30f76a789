namespace KerasSharp.Backends.Managed;

/// <summary>
/// What a micro-kernel computes: a tile of <c>rows × columns</c> sums, held in registers,
/// <code>C[q, :] = Init[q, :] + Σ over segments s, steps k:  A[s, q, k] · B[s, k, :]</code>
/// B's rows follow each other through all segments; A's element lies at
/// <c>A + SegmentOffsets[s] + row(q) + k · StepA</c>, where row(q) is <c>q · RowStride</c> or, in groups of r unit-stride rows,
/// <c>q / r · GroupStride + q % r</c>. With this one shape every product of this folder is computed: a packed GEMM tile (one segment), a
/// convolution (rows are pixels; a segment is a kernel row, contiguous in channels_last), and a kernel gradient (rows are the kernel's
/// elements, steps the pixels, segments the image's rows).
/// </summary>
internal unsafe struct Tile
{
    /// <summary>The broadcast factor.</summary>
    public float* A;

    /// <summary>The distance between rows of A, in floats (strided rows only).</summary>
    public nint RowStride;

    /// <summary>The distance between groups of unit-stride rows of A (unit rows only).</summary>
    public nint GroupStride;

    /// <summary>The distance between steps of A.</summary>
    public nint StepA;

    /// <summary>The vector factor: each step reads whole registers.</summary>
    public float* B;

    /// <summary>The distance between steps of B.</summary>
    public nint StepB;

    /// <summary>Where each segment of A starts.</summary>
    public nint* SegmentOffsets;

    /// <summary>The number of segments; with none the tile is its initial value.</summary>
    public int Segments;

    /// <summary>The number of steps in each segment, at least 1.</summary>
    public int Steps;

    /// <summary>The initial values; whole registers are read.</summary>
    public float* Init;

    /// <summary>The distance between rows of initial values; 0 for a bias.</summary>
    public nint InitStride;

    /// <summary>The result.</summary>
    public float* C;

    /// <summary>The distance between rows of the result.</summary>
    public nint StrideC;

    /// <summary>How many columns to write, at most the registers' width.</summary>
    public int Columns;
}
