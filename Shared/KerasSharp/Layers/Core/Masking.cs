using KerasSharp.Engine;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Marks the steps of a sequence that do not count: those whose features all have one value. (batch, time, features) → the same.
/// Source: <see href="https://keras.io/api/layers/core_layers/masking/"/>.
/// </summary>
/// <param name="mask_value">The value of a step that does not count.</param>
/// <param name="kwargs">What every layer takes.</param>
[KerasExport("keras.layers.Masking")]
public class Masking(double mask_value = 0.0, LayerArguments kwargs = default) : Layer(kwargs)
{
    /// <summary>The value of a step that does not count.</summary>
    public double mask_value { get; } = mask_value;

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
        => keras.ops.multiply(inputs, keras.ops.cast(Masks.Any(Masks.Differs(inputs, mask_value), -1, keepdims: true), inputs.dtype));

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Tensor? compute_mask(Tensor inputs, Tensor? mask = null) => Masks.Any(Masks.Differs(inputs, mask_value), -1);

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["mask_value"] = mask_value };
}
