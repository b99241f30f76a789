using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// exp(x) / sum(exp(x)) along an axis, or along several together.
/// Source: <see href="https://keras.io/api/layers/activation_layers/softmax/"/>.
/// </summary>
/// <param name="axis">The axis or axes; the last if not given.</param>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Softmax")]
[KerasName("keras.activations.Softmax")]
public class Softmax(
    [KerasDefault(-1)] IntTuple axis = default, LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>The axis or axes.</summary>
    public IntTuple axis { get; } = axis.is_given ? axis : -1;

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null) => keras.activations.softmax(inputs, axis);

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["axis"] = axis.ToConfig() };
}
