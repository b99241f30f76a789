using KerasSharp.Engine;
using KerasSharp.Models.Training;
using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>
/// A layer whose state is not trained but computed of data, by <see cref="adapt"/>, before the model is used. A derived class overrides
/// <see cref="update_state"/>, which takes a batch in, <see cref="reset_state"/>, which begins anew, and, where the state must be made ready,
/// <see cref="finalize_state"/>. Source: <see href="https://keras.io/guides/preprocessing_layers/"/>.
/// </summary>
public abstract class PreprocessingLayer : Layer
{
    /// <summary>A layer with the arguments that all layers have.</summary>
    protected PreprocessingLayer(LayerArguments kwargs = default)
        : base(kwargs)
    {
    }

    /// <summary>Whether <see cref="adapt"/> has run.</summary>
    public bool is_adapted { get; private set; }

    /// <summary>Computes the state of data, batch by batch. It begins anew each time.</summary>
    /// <param name="data">An array, a tensor or a dataset of inputs alone.</param>
    /// <param name="batch_size">Samples in a batch of an array; 32 if not given.</param>
    /// <param name="steps">How many batches are taken; all if not given.</param>
    /// <exception cref="ValueError">There are targets or weights beside the inputs, or no data.</exception>
    public virtual void adapt(Data data, int? batch_size = null, int? steps = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (built)
        {
            reset_state();
        }

        using var batches = Batches.Of(data, null, null, null, batch_size, stepsPerEpoch: steps);
        batches.BeginEpoch();
        for (var step = 0; steps is null || step < steps; step++)
        {
            using var scope = TensorScope.Begin();
            using var noTape = new NoTape();
            if (batches.Next() is not { } batch)
            {
                break;
            }

            var (x, y, sample_weight) = batch;
            if (y is not null || sample_weight is not null)
            {
                throw new ValueError($"{GetType().Name}.adapt takes inputs alone. Received: batches of inputs and targets. Map them away first: dataset.map((x, y) => x)");
            }

            BuildFor(x.Nest.map(tensor => tensor.shape));
            update_state(x);
        }

        batches.EndEpoch();
        finalize_state();
        is_adapted = true;
    }

    /// <summary>Takes a batch in.</summary>
    /// <param name="data">The batch.</param>
    /// <exception cref="NotImplementedError">The class does not say how.</exception>
    public virtual void update_state(Tensor data) => throw new NotImplementedError($"{GetType().Name} must implement update_state.");

    /// <summary>Begins anew: forgets all batches.</summary>
    /// <exception cref="NotImplementedError">The class does not say how.</exception>
    public virtual void reset_state() => throw new NotImplementedError($"{GetType().Name} must implement reset_state.");

    /// <summary>Makes ready what calls use, behind the last batch and where weights were loaded.</summary>
    public virtual void finalize_state()
    {
    }

    // An input shape of unknown lengths alone is what adapt leaves: a layer of such a configuration has the same short names.
    private protected override string WeightName(string weight)
        => batch_input_shape.is_given && batch_input_shape.All(length => length is null) ? $"{weight}:0" : base.WeightName(weight);

    internal override void WeightsReplaced()
    {
        base.WeightsReplaced();
        if (built)
        {
            finalize_state();
        }
    }

    // Outside of all calls: the weights' names are short.
    private void BuildFor(Nest<TensorShape> shapes)
    {
        if (built)
        {
            return;
        }

        if (shapes.IsLeaf && !batch_input_shape.is_given)
        {
            batch_input_shape = new TensorShape(new int?[shapes.Value.rank]);
        }

        var state = EngineState.Current;
        var before = state.NameScope;
        try
        {
            state.NameScope = "";
            using var outside = TensorScope.BeginOutside();
            build(shapes);
            built = true;
            RememberShapes(shapes);
        }
        finally
        {
            state.NameScope = before;
        }
    }
}
