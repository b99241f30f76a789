using KerasSharp.Engine;

namespace KerasSharp.Layers;

/// <summary>
/// Gives its input as it is: one tensor or several.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/keras/layers/Identity"/>.
/// </summary>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Identity")]
public class Identity(LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <inheritdoc/>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Tensors.Of(inputs.map(keras.ops.copy));
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Nest<TensorShape> compute_output_shape(Nest<TensorShape> input_shape) => input_shape;
}
