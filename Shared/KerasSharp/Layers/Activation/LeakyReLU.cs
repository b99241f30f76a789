using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// x where positive, else <c>alpha</c> · x.
/// Source: <see href="https://keras.io/api/layers/activation_layers/leaky_relu/"/>.
/// </summary>
/// <param name="alpha">The slope below 0.</param>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.LeakyReLU")]
[KerasName("keras.activations.LeakyReLU")]
public class LeakyReLU(double alpha = 0.3, LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>The slope below 0, rounded to float32 as in Keras.</summary>
    public double alpha { get; } = (float)alpha;

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => keras.ops.leaky_relu(inputs, alpha);

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["alpha"] = alpha };
}
