using KerasSharp.Engine;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What convolutional LSTMs have in common: (batch, time, space…, channels) → (batch, new space…, filters), or all steps.</summary>
public abstract class ConvLSTM : RNN
{
    private protected ConvLSTM(
        AbstractRNNCell cell, int rank, Regularizer? activity_regularizer, bool return_sequences, bool return_state, bool go_backwards, bool stateful, LayerArguments kwargs)
        : base(cell, return_sequences, return_state, go_backwards, stateful, kwargs: kwargs)
    {
        this.activity_regularizer = activity_regularizer;
        input_spec = new InputSpec(ndim: rank + 3);
    }

    /// <summary>The number of output channels.</summary>
    public int filters => Own.filters;

    /// <summary>The window's size.</summary>
    public int[] kernel_size => Own.kernel_size;

    /// <summary>The steps of the window over the inputs.</summary>
    public int[] strides => Own.strides;

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string padding => Own.padding;

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format => Own.data_format;

    /// <summary>The distance between the elements of the inputs that the window sees.</summary>
    public int[] dilation_rate => Own.dilation_rate;

    private ConvLSTMCell Own => (ConvLSTMCell)cell;

    /// <summary>Zeros in the shape of the output.</summary>
    /// <param name="inputs">The inputs, batch first.</param>
    public override Tensor get_initial_state(Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int[] shape = [inputs.dim(0), .. Own.OutputShape(inputs.shape[2..]).ToDims()];
        return new Tensors(Nest.List<Tensor>([Tensor.Full(0, shape), Tensor.Full(0, shape)]));
    }

    /// <inheritdoc/>
    public override Config get_config() => Own.WriteTo(WriteLoop(BaseConfig()), activity_regularizer);

    private protected override void BuildCell(Nest<TensorShape> step) => cell.build(step);

    private protected override Nest<TensorShape> OutputShapes(TensorShape input) => Own.OutputShape(input[2..]);

    private protected override Nest<TensorShape> StateShapes(TensorShape input)
    {
        // Before the layer is built any size will do.
        var shape = input.is_given ? Own.OutputShape(input[2..]) : Own.built ? Own.state_size.Shapes[0].Value : Own.OutputShape(new TensorShape(new int?[Own.rank + 1]));
        return Nest.List<TensorShape>([shape, shape]);
    }
}
