using KerasSharp;
using KerasSharp.Engine;
using KerasSharp.Layers;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace UserCode.Layers;

/// <summary>The cell of Keras's page on RNN: <c>h = inputs · kernel + state · recurrent_kernel</c>.</summary>
public class MinimalRNNCell(int units, LayerArguments kwargs = default) : AbstractRNNCell(kwargs)
{
    private Variable? kernel, recurrent_kernel;

    /// <inheritdoc/>
    public override StateSize state_size => units;

    /// <inheritdoc/>
    public override void build(TensorShape input_shape)
    {
        kernel = add_weight(shape: (input_shape[-1], units), initializer: "uniform", name: "kernel");
        recurrent_kernel = add_weight(shape: (units, units), initializer: "uniform", name: "recurrent_kernel");
        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, Tensor states, bool? training = null)
    {
        var prev_output = states[0];
        var h = ops.matmul(inputs, kernel!);
        var output = h + ops.matmul(prev_output, recurrent_kernel!);
        return (output, [output]);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["units"] = units };
}
