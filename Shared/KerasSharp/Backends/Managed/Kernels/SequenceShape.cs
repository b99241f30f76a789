namespace KerasSharp.Backends.Managed;

/// <summary>The sizes of a recurrent sequence, which steps count, and which way it is read.</summary>
internal readonly unsafe struct SequenceShape(int time, int batch, int units, byte* mask, bool backwards)
{
    /// <summary>
    /// A chunk of the batch runs through all steps by itself, so that no step waits for another chunk. The size is fixed, and no larger
    /// than what a few threads need.
    /// </summary>
    public const int ChunkRows = 8;

    public readonly int Time = time, Batch = batch, Units = units;

    /// <summary>The number of chunks.</summary>
    public int Chunks => (Batch + ChunkRows - 1) / ChunkRows;

    /// <summary>The time of a step.</summary>
    public int At(int step) => backwards ? Time - 1 - step : step;

    /// <summary>Whether the step at a time counts for a row of the batch.</summary>
    public bool Counts(int at, int row) => mask == null || mask[((nint)at * Batch) + row] != 0;

    /// <summary>A row-major matrix with its axes swapped: a step of a gradient multiplies by it, and would swap them anew each time.</summary>
    public static void Transpose(float* matrix, int rows, int columns, float* result)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                result[((nint)column * rows) + row] = matrix[((nint)row * columns) + column];
            }
        }
    }
}
