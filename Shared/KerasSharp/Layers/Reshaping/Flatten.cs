using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// All axes but the first become one: (batch, …) → (batch, product).
/// Source: <see href="https://keras.io/api/layers/reshaping_layers/flatten/"/>.
/// </summary>
[KerasExport("keras.layers.Flatten")]
public class Flatten : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="data_format"><c>channels_last</c>, or <c>channels_first</c> to move the channels behind first; <c>keras.backend.image_data_format()</c> if not given.</param>
    /// <param name="kwargs">What every layer takes.</param>
    /// <exception cref="ValueError">The data format is unknown.</exception>
    public Flatten(string? data_format = null, LayerArguments kwargs = default)
        : base(kwargs)
    {
        this.data_format = Window.DataFormat(data_format);
        input_spec = new InputSpec(min_ndim: 1);
    }

    /// <summary><c>channels_last</c> or <c>channels_first</c>.</summary>
    public string data_format { get; }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        if (data_format == "channels_first" && inputs.ndim > 2)
        {
            inputs = keras.ops.transpose(inputs, (int[])[0, .. Enumerable.Range(2, inputs.ndim - 2), 1]);
        }

        var batch = inputs.dim(0);
        return keras.ops.reshape(inputs, batch, batch == 0 ? Features(inputs) : inputs.size / batch);
    }

    /// <inheritdoc/>
    /// <exception cref="ValueError">The product is above 2^31 - 1.</exception>
    public override TensorShape compute_output_shape(TensorShape input_shape)
    {
        // Of the batch nothing is known; the other axes multiply to one, if all are known.
        return (input_shape[0], input_shape.without_batch().num_elements() is { } features
            ? CheckedGeometry.Dimension(features, $"the features of an input of shape {input_shape}")
            : null);
    }

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["data_format"] = data_format };

    // An empty batch has no elements to count.
    private static int Features(Tensor x) => Shapes.Size(x.Dims[1..]);
}
