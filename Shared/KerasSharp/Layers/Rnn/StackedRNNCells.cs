using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Several cells as one: each works on the output of the one before. Its states are those of all cells.
/// Source: <see href="https://keras.io/api/layers/recurrent_layers/stacked_rnn_cell/"/>.
/// </summary>
/// <param name="cells">The cells.</param>
/// <param name="reverse_state_order">Whether the states stand in the order of the last cell to the first, as files of old have them.</param>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.StackedRNNCells")]
public class StackedRNNCells(IReadOnlyList<AbstractRNNCell> cells, bool reverse_state_order = false, LayerArguments kwargs = default) : AbstractRNNCell(kwargs)
{
    /// <summary>The cells.</summary>
    public IReadOnlyList<AbstractRNNCell> cells { get; } = [.. cells];

    /// <summary>Whether the states stand in the order of the last cell to the first.</summary>
    public bool reverse_state_order { get; } = reverse_state_order;

    /// <inheritdoc/>
    public override StateSize state_size => StateSize.Tuple(InOrder(cells.Select(cell => cell.state_size)));

    /// <inheritdoc/>
    public override StateSize output_size => cells[^1].output_size;

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        foreach (var cell in cells)
        {
            cell.EnsureBuilt(input_shape);
            var size = cell.output_size.First.Shapes.Value;
            input_shape = size.with_batch(input_shape[0]);
        }

        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        var x = Tensors.Of(inputs);
        var given = args.get<Tensor>("states") ?? throw new TypeError($"{GetType().Name}.call() missing 1 required positional argument: 'states'");
        Nest<Tensor>[] states = [.. InOrder(state_size.Shapes.pack(given.Nest.flatten()).Items)];
        var constants = args.get<Tensor>("constants");
        for (var i = 0; i < cells.Count; i++)
        {
            var own = states[i].IsLeaf ? Nest.List([states[i]]) : states[i];
            (x, var fresh) = cells[i].Step(x, new Tensors(own), args.training, cells[i].ReadsConstants ? constants : null);
            states[i] = fresh.Nest;
        }

        var flat = InOrder(states).SelectMany(nest => nest.flatten()).ToList();
        return new Tensors(Nest.Tuple(x.Nest, state_size.Shapes.pack(flat)));
    }

    /// <inheritdoc/>
    public override Tensor get_initial_state(Tensor? inputs = null, int? batch_size = null, string? dtype = null)
        => new Tensors(Nest.Tuple([.. InOrder(cells.Select(cell => cell.get_initial_state(inputs, batch_size, dtype).Nest))]));

    internal override bool ReadsConstants => cells.Any(cell => cell.ReadsConstants);

    /// <summary>The cells. As in Keras nothing says which order the states have.</summary>
    public override Config get_config() => new(base.get_config()) { ["cells"] = cells.Select(cell => (object?)RNN.Described(cell)).ToList() };

    private IEnumerable<T> InOrder<T>(IEnumerable<T> items) => reverse_state_order ? items.Reverse() : items;
}
