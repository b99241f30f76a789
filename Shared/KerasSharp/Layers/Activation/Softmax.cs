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

    // What is added where the mask hides.
    private const double Hidden = -1e9;

    /// <summary>The softmax; what the mask hides takes no part.</summary>
    /// <param name="inputs">The input.</param>
    /// <param name="args">The mask: of the input's shape, or one that stretches to it; true where an element counts.</param>
    public override Tensor call(Nest<Tensor> inputs, in CallArguments args)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var x = inputs.Value;
        return keras.activations.softmax(args.mask is { } mask && !x.IsSymbolic ? x + (Hidden * (1 - keras.ops.cast(mask.Value, x.dtype))) : x, axis);
    }

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => mask;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["axis"] = axis.ToConfig() };
}
