using System.Runtime.CompilerServices;
using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// The shapes of a cell's states without the batch: <c>4</c> for one state of 4 numbers, <c>[4, 4]</c> for two, a <see cref="TensorShape"/>
/// for a state with several axes, nested for cells in cells.
/// </summary>
[CollectionBuilder(typeof(StateSize), nameof(Create))]
public readonly struct StateSize : IEnumerable<StateSize>
{
    private readonly Nest<TensorShape>? shapes;

    private StateSize(Nest<TensorShape> shapes) => this.shapes = shapes;

    /// <summary>The shapes: of one state, or of a list of states.</summary>
    public Nest<TensorShape> Shapes => shapes ?? Nest.Tuple<TensorShape>();

    /// <summary>The first state.</summary>
    internal StateSize First => Shapes.IsLeaf ? this : new(Shapes[0]);

    /// <summary>One state of a number of elements.</summary>
    public static implicit operator StateSize(int units) => new(new TensorShape(units));

    /// <summary>One state of a shape.</summary>
    public static implicit operator StateSize(TensorShape shape) => new(shape);

    /// <summary>Several states.</summary>
    public static StateSize Create(ReadOnlySpan<StateSize> sizes)
    {
        var items = new Nest<TensorShape>[sizes.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = sizes[i].Shapes;
        }

        return new(Nest.List(items.AsSpan()));
    }

    /// <summary>The states of cells that are called one behind the other.</summary>
    internal static StateSize Tuple(IEnumerable<StateSize> sizes) => new(Nest.Tuple([.. sizes.Select(size => size.Shapes)]));

    /// <summary>The parts of a list; of one state just that.</summary>
    public IEnumerator<StateSize> GetEnumerator() => Shapes.Items.Select(item => new StateSize(item)).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Python's text: <c>4</c>, <c>[4, 4]</c>.</summary>
    public override string ToString() => Shapes.map(shape => shape.rank == 1 ? $"{shape[0]}" : $"{shape}").ToString();

    /// <summary>Zeros for each state.</summary>
    internal Tensor Zeros(int batch_size) => Tensors.Of(Shapes.map(shape => Tensor.Full(0, [batch_size, .. shape.ToDims()])));
}
