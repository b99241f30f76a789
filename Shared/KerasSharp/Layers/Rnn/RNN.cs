using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Calls a cell for each step of a sequence: (batch, time, features…) → the last output, or all. Several cells work one behind the other.
/// <c>rnn.apply(x, initial_state: [h, c])</c> begins with states of your own; masks tell which steps count.
/// Source: <see href="https://keras.io/api/layers/recurrent_layers/rnn/"/>.
/// </summary>
[KerasExport("keras.layers.RNN")]
public partial class RNN : Layer
{
    private int? constantsCount;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="cell">What is done at each step: a cell of Keras, one of your own, or a list of them.</param>
    /// <param name="return_sequences">Whether the outputs of all steps come out; else only the last.</param>
    /// <param name="return_state">Whether the last states come out behind the output.</param>
    /// <param name="go_backwards">Whether the sequence is read from its end; its outputs then come in that order.</param>
    /// <param name="stateful">Whether a batch begins with the states that the one before ended with. The batch size is then fixed.</param>
    /// <param name="unroll">Keras's choice between a loop and its steps written out; here the numbers and the speed are the same. The number of steps must be known.</param>
    /// <param name="time_major">Whether the time is the first axis: (time, batch, features…).</param>
    /// <param name="zero_output_for_mask">Whether a step that does not count gives zeros; else the output before it.</param>
    /// <param name="input_length">The number of steps, where <c>input_dim</c> gives the number of features.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">There is no cell.</exception>
    public RNN(
        CellOrCells cell, bool return_sequences = false, bool return_state = false, bool go_backwards = false, bool stateful = false, bool unroll = false,
        bool time_major = false, bool zero_output_for_mask = false, int? input_length = null, LayerArguments kwargs = default)
        : base(WithLength(kwargs, input_length))
    {
        this.cell = cell.Cell;
        (this.return_sequences, this.return_state, this.go_backwards, this.stateful) = (return_sequences, return_state, go_backwards, stateful);
        (this.unroll, this.time_major, this.zero_output_for_mask) = (unroll, time_major, zero_output_for_mask);
        supports_masking = true;
    }

    /// <summary>What is done at each step; a list of cells is one of class <see cref="StackedRNNCells"/>.</summary>
    public AbstractRNNCell cell { get; }

    /// <summary>Whether the outputs of all steps come out.</summary>
    public bool return_sequences { get; }

    /// <summary>Whether the last states come out.</summary>
    public bool return_state { get; }

    /// <summary>Whether the sequence is read from its end.</summary>
    public bool go_backwards { get; }

    /// <summary>Whether a batch begins with the states that the one before ended with.</summary>
    public bool stateful { get; }

    /// <summary>Keras's choice of loop.</summary>
    public bool unroll { get; }

    /// <summary>Whether the time is the first axis.</summary>
    public bool time_major { get; }

    /// <summary>Whether a step that does not count gives zeros.</summary>
    public bool zero_output_for_mask { get; internal set; }

    /// <inheritdoc/>
    public override void build(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        var shapes = input_shape is { IsList: true, IsTuple: false } ? input_shape[0] : input_shape;
        if (!cell.built)
        {
            cell.EnsureBuilt(shapes.map(StepShape));
        }

        if (stateful)
        {
            batchSize = shapes.flatten()[0][time_major ? 1 : 0];
            reset_states();
        }

        // Behind the first call the inputs' features are fixed, and the batch where states are kept.
        input_spec = shapes.map(shape => new InputSpec(shape: FixedShape(shape), ndim: shape.rank));
        built = true;
    }

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape)
    {
        ArgumentNullException.ThrowIfNull(input_shape);
        var shape = (input_shape is { IsList: true, IsTuple: false } ? input_shape[0] : input_shape).flatten()[0];
        var (batch, time) = time_major ? (shape[1], shape[0]) : (shape[0], shape[1]);
        if (unroll && time is null)
        {
            throw new ValueError("Cannot unroll a RNN if the time dimension is undefined. \n"
                + "- If using a Sequential model, specify the time dimension by passing an `input_shape` or `batch_input_shape` argument to your first layer. "
                + "If your first layer is an Embedding, you can also use the `input_length` argument.\n"
                + "- If using the functional API, specify the time dimension by passing a `shape` or `batch_shape` argument to your Input layer.");
        }

        int?[] outer = !return_sequences ? [batch] : time_major ? [time, batch] : [batch, time];
        var output = OutputShapes(shape).map(size => new TensorShape([.. outer, .. size]));
        return !return_state ? output
            : Nest.List([output, .. AsList(StateShapes(shape)).map(size => size.with_batch(batch)).Items]);
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => compute_output_shape((Nest<TensorShape>)input_shape).Value;

    /// <summary>The mask goes on with the outputs of all steps; the last output and the states have none.</summary>
    public override Nest<Tensor>? compute_mask(Nest<Tensor> inputs, Nest<Tensor>? mask)
    {
        var output = return_sequences ? mask?.flatten()[0] : null;
        return return_state ? Nest.List([new Nest<Tensor>(output!), .. cell.state_size.Shapes.Items.Select(_ => new Nest<Tensor>(null!))])
            : output is null ? null : new Nest<Tensor>(output);
    }

    /// <inheritdoc/>
    public override Config get_config()
    {
        var config = WriteLoop(BaseConfig());
        config["cell"] = Described(cell);
        return config;
    }

    /// <summary>A layer of a configuration, with how many constants it was called.</summary>
    public static RNN from_config(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var arguments = new Config(config);
        arguments.Remove("num_constants");
        var layer = (RNN)ObjectRegistry.Create("layers", nameof(RNN), arguments);
        layer.constantsCount = config.GetValueOrDefault("num_constants") is { } count ? Convert.ToInt32(count) : null;
        return layer;
    }

    /// <summary>The shapes of the outputs without batch and time, for a whole input's shape.</summary>
    private protected virtual Nest<TensorShape> OutputShapes(TensorShape input) => cell.output_size.Shapes;

    /// <summary>The shapes of the states without batch.</summary>
    private protected virtual Nest<TensorShape> StateShapes(TensorShape input) => cell.state_size.Shapes;

    /// <summary>What every layer has in its configuration.</summary>
    private protected Config BaseConfig() => base.get_config();

    /// <summary>Writes how the sequence is read.</summary>
    private protected Config WriteLoop(Config config, int? unitsOfCell = null)
    {
        config["return_sequences"] = return_sequences;
        config["return_state"] = return_state;
        config["go_backwards"] = go_backwards;
        config["stateful"] = stateful;
        config["unroll"] = unroll;
        config["time_major"] = time_major;
        if (constantsCount is { } count)
        {
            config["num_constants"] = count;
        }

        if (zero_output_for_mask)
        {
            config["zero_output_for_mask"] = true;
        }

        if (unitsOfCell is { } units)
        {
            config["units"] = units;
        }

        return config;
    }

    /// <summary>A cell in a configuration, with the shape that it was built for.</summary>
    internal static Config Described(Layer cell)
    {
        var config = ObjectRegistry.Serialize(cell)!;
        if (cell is not StackedRNNCells && cell.BuildShapes is { IsLeaf: true } shape)
        {
            config["build_config"] = new Config { ["input_shape"] = shape.Value };
        }

        return config;
    }

    private protected static Nest<TensorShape> AsList(Nest<TensorShape> nest) => nest.IsLeaf ? Nest.List([nest]) : nest;

    private TensorShape StepShape(TensorShape shape) => new([shape[time_major ? 1 : 0], .. shape.Skip(2)]);

    private TensorShape FixedShape(TensorShape shape)
    {
        var batch = stateful ? batchSize : null;
        return new([time_major ? null : batch, time_major ? batch : null, .. shape.Skip(2)]);
    }

    private static LayerArguments WithLength(LayerArguments kwargs, int? length) => kwargs.input_shape.is_given || (length is null && kwargs.input_dim is null) ? kwargs
        : kwargs with { input_shape = new TensorShape(length, kwargs.input_dim), input_dim = null };
}
