namespace KerasSharp.Backends.Managed;

/// <summary>Cuts a number of rows into tiles of nearly equal height: 28 into 14 + 14, not 20 + 8.</summary>
internal readonly struct RowBlocks
{
    private readonly int small;
    private readonly int larger;

    public RowBlocks(int rows, int most)
    {
        Count = (rows + most - 1) / most;
        small = Count == 0 ? 0 : rows / Count;
        larger = rows - (small * Count);
    }

    /// <summary>The number of blocks.</summary>
    public int Count { get; }

    /// <summary>The first row of a block.</summary>
    public int Start(int block) => (block * small) + Math.Min(block, larger);

    /// <summary>The rows of a block.</summary>
    public int Rows(int block) => block < larger ? small + 1 : small;
}
