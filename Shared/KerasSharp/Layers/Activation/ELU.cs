using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// x where positive, else <c>alpha</c> · (exp(x) - 1).
/// Source: <see href="https://keras.io/api/layers/activation_layers/elu/"/>.
/// </summary>
/// <param name="alpha">The factor below 0.</param>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.ELU")]
[KerasName("keras.activations.ELU")]
public class ELU(double alpha = 1.0, LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>The factor below 0, rounded to float32 as in Keras.</summary>
    public double alpha { get; } = (float)alpha;

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => keras.ops.elu(inputs, alpha);

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["alpha"] = alpha };
}
