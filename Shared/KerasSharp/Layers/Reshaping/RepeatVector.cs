using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Each vector n times: (batch, features) → (batch, n, features).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/repeat_vector/"/>.
/// </summary>
[KerasExport("keras.layers.RepeatVector")]
public class RepeatVector : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="n">How many times.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public RepeatVector(int n, LayerArguments kwargs = default)
        : base(kwargs)
    {
        this.n = n;
        input_spec = new InputSpec(ndim: 2);
    }

    /// <summary>How many times.</summary>
    public int n { get; }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
        => keras.ops.broadcast_to(keras.ops.expand_dims(inputs, 1), [inputs.dim(0), n, inputs.dim(1)]);

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => (input_shape[0], n, input_shape[1]);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["n"] = n };
}
