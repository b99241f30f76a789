using System.Runtime.CompilerServices;

namespace KerasSharp.Layers;

/// <summary>The cell of an <see cref="RNN"/>, or a list of cells, each of which works on the output of the one before.</summary>
[CollectionBuilder(typeof(CellOrCells), nameof(Create))]
public readonly struct CellOrCells : IEnumerable<AbstractRNNCell>
{
    private readonly AbstractRNNCell? cell;

    private CellOrCells(AbstractRNNCell? cell) => this.cell = cell;

    /// <summary>The cell; several are one of class <see cref="StackedRNNCells"/>.</summary>
    /// <exception cref="ValueError">There is none.</exception>
    internal AbstractRNNCell Cell => cell ?? throw new ValueError("Argument `cell` should have a `call` method. The RNN was passed: cell=None");

    /// <summary>One cell.</summary>
    public static implicit operator CellOrCells(AbstractRNNCell cell) => new(cell);

    /// <summary>Several cells.</summary>
    public static implicit operator CellOrCells(AbstractRNNCell[] cells) => Create(cells);

    /// <summary>Several cells.</summary>
    public static CellOrCells Create(ReadOnlySpan<AbstractRNNCell> cells) => new(new StackedRNNCells(cells.ToArray()));

    /// <summary>The cells.</summary>
    public IEnumerator<AbstractRNNCell> GetEnumerator() => (cell is StackedRNNCells stack ? stack.cells : cell is null ? [] : [cell]).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
