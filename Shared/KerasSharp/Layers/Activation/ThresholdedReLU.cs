using KerasSharp.Engine;
using KerasSharp.Python;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// x where it is larger than <c>theta</c>, else 0.
/// Source: <see href="https://www.tensorflow.org/api_docs/python/tf/keras/layers/ThresholdedReLU"/>.
/// </summary>
/// <param name="theta">What x must be larger than; not negative.</param>
/// <param name="kwargs">What every layer takes.</param>
/// <exception cref="ValueError">The threshold is negative.</exception>
[KerasExport("keras.layers.ThresholdedReLU")]
[KerasName("keras.activations.ThresholdedReLU")]
public class ThresholdedReLU(double theta = 1.0, LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>What x must be larger than, rounded to float32 as in Keras.</summary>
    public double theta { get; } = theta >= 0 ? (float)theta
        : throw new ValueError($"Theta of a Thresholded ReLU layer cannot be None or less than 0. Received: theta={PythonFormat.Str(theta)}");

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs * ops.cast(ops.greater(inputs, Tensor.ScalarBeside(inputs, theta)), inputs.dtype);
    }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["theta"] = theta };
}
