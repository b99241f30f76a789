using System.Collections;

namespace KerasSharp.matplotlib;

/// <summary>The axes of <see cref="pyplot.subplots(int, int, ValueTuple{double, double}?, double?)"/>, in rows and columns.</summary>
public sealed class AxesArray : IReadOnlyList<Axes>
{
    private readonly Axes[] axes;
    private readonly int rows;
    private readonly int columns;

    internal AxesArray(Axes[] axes, int rows, int columns) => (this.axes, this.rows, this.columns) = (axes, rows, columns);

    /// <summary>All axes, row by row.</summary>
    public IReadOnlyList<Axes> flat => axes;

    /// <summary>(rows, columns), or just the length where there is one row or one column, as in NumPy.</summary>
    public TensorShape shape => rows == 1 || columns == 1 ? new([axes.Length]) : new([rows, columns]);

    /// <summary>How many axes there are in all.</summary>
    public int Count => axes.Length;

    /// <summary>The axes of one row or one column; negative numbers count from the end.</summary>
    /// <param name="index">Which.</param>
    /// <exception cref="IndexError">There are rows and columns, or there are not so many.</exception>
    public Axes this[int index] => rows == 1 || columns == 1
        ? axes[Checked(index, axes.Length, 0)]
        : throw new IndexError($"the axes are an array of shape {shape}: take axes[row, column], or axes.flat for all");

    /// <summary>The axes in a row and a column; negative numbers count from the end.</summary>
    /// <param name="row">The row, from the top.</param>
    /// <param name="column">The column, from the left.</param>
    /// <exception cref="IndexError">There is one row or one column only, or there are not so many.</exception>
    public Axes this[int row, int column] => rows == 1 || columns == 1
        ? throw new IndexError("too many indices for array: array is 1-dimensional, but 2 were indexed")
        : axes[Checked(row, rows, 0) * columns + Checked(column, columns, 1)];

    /// <inheritdoc/>
    public IEnumerator<Axes> GetEnumerator() => ((IEnumerable<Axes>)axes).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int Checked(int index, int length, int axis) => index >= -length && index < length
        ? (index + length) % length
        : throw new IndexError($"index {index} is out of bounds for axis {axis} with size {length}");
}
