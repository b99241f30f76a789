namespace KerasSharp.matplotlib;

/// <summary>A cell of a figure's grid of axes.</summary>
/// <param name="Rows">Rows of the grid.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Row">The cell's row, from the top.</param>
/// <param name="Column">Its column.</param>
internal readonly record struct SubplotSpec(int Rows, int Columns, int Row, int Column);
