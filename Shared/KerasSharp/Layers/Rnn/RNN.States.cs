using KerasSharp.Engine;
using KerasSharp.Ops;

namespace KerasSharp.Layers;

// The states that a sequence begins with: zeros, those of the call, or those that the batch before ended with.
public partial class RNN
{
    [NotTracked]
    private Variable[]? kept;
    private int? batchSize;

    /// <summary>The states that a stateful layer keeps, flat; none before it is built.</summary>
    public IReadOnlyList<Variable> states => kept ?? [];

    /// <summary>Sets the states that the next batch begins with.</summary>
    /// <param name="states">The values, flat; zeros if not given.</param>
    /// <exception cref="AttributeError">The layer keeps no states.</exception>
    /// <exception cref="ValueError">The batch size is unknown, or a value does not fit.</exception>
    public virtual void reset_states(Tensor? states = null)
    {
        if (!stateful)
        {
            throw new AttributeError("Layer must be stateful.");
        }

        var batch = batchSize ?? throw new ValueError("If a RNN is stateful, it needs to know its batch size. Specify the batch size of your input tensors: \n"
            + "- If using a Sequential model, specify the batch size by passing a `batch_input_shape` argument to your first layer.\n"
            + "- If using the functional API, specify the batch size by passing a `batch_shape` argument to your Input layer.");
        using (TensorScope.BeginOutside())
        using (new NoTape())
        {
            kept ??= [.. ZeroStates(batch).Select((zeros, i) => new Variable(zeros, $"{name}/state_{i}:0", trainable: false))];
            Set(states?.Nest.flatten() ?? [.. ZeroStates(batch)]);
        }
    }

    /// <summary>The states of a sequence that is given none: zeros, or what the cell says.</summary>
    /// <param name="inputs">The inputs, batch first unless the layer is time_major.</param>
    public virtual Tensor get_initial_state(Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var batch = inputs.Nest.flatten()[0].dim(time_major ? 1 : 0);
        var states = cell.get_initial_state(batch_size: batch, dtype: "float32");
        return states is Tensors ? states : new Tensors(Nest.List([states.Nest]));
    }

    /// <summary>Zeros for a batch, flat.</summary>
    private protected virtual List<Tensor> ZeroStates(int batch) => cell.state_size.Zeros(batch).Nest.flatten();

    /// <summary>The states that a call begins with, in the cell's own structure.</summary>
    private protected Tensor InitialState(Nest<Tensor> x, Nest<Tensor>? given)
    {
        var states = kept is not null && (given is null || !AllZero(kept)) ? Nest.List(kept.Select(state => state.read_value()))
            : given ?? get_initial_state(Tensors.Of(x)).Nest;
        var flat = states.flatten();
        var wanted = AsList(cell.state_size.Shapes);
        var count = wanted.flatten().Count;
        return flat.Count == count ? Tensors.Of(wanted.pack(flat)) : throw new ValueError(
            $"Layer has {count} states but was passed {flat.Count} initial states. Received: initial_state={states}");
    }

    /// <summary>Keeps the last states for the next batch.</summary>
    private protected void Keep(Tensor last)
    {
        using (new NoTape())
        {
            foreach (var (variable, value) in kept!.Zip(last.Nest.flatten()))
            {
                variable.assign(value);
            }
        }
    }

    /// <summary>Refuses states whose number or sizes are not the cell's.</summary>
    private protected void CheckStates(Nest<Tensor> given)
    {
        var (flat, wanted) = (given.flatten(), StateShapes(default).flatten());
        if (flat.Count != wanted.Count || !flat.Zip(wanted).All(pair => Fits(pair.First.shape, pair.Second)))
        {
            var specs = string.Join(", ", flat.Select(state => $"InputSpec(shape={state.shape}, ndim={state.ndim})"));
            throw new ValueError($"An `initial_state` was passed that is not compatible with `cell.state_size`. Received `state_spec`=ListWrapper([{specs}]); "
                + $"however `cell.state_size` is {cell.state_size}");
        }
    }

    private static bool Fits(TensorShape state, TensorShape wanted) => state.rank == wanted.rank + 1
        && state.Skip(1).Zip(wanted).All(pair => pair.First is null || pair.Second is null || pair.First == pair.Second);

    private static bool AllZero(IEnumerable<Variable> variables) => variables.All(variable => variable.value.ToArray<float>().AsSpan().IndexOfAnyExcept(0f) < 0);

    private void Set(List<Tensor> values)
    {
        if (values.Count != kept!.Length)
        {
            throw new ValueError($"Layer {name} expects {kept.Length} states, but it received {values.Count} state values. States received: {Nest.List<Tensor>(values)}");
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].shape != kept[i].shape)
            {
                throw new ValueError($"State {i} is incompatible with layer {name}: expected shape={kept[i].shape} but found shape={values[i].shape}");
            }
        }

        foreach (var (variable, value) in kept.Zip(values))
        {
            variable.assign(value);
        }
    }
}
