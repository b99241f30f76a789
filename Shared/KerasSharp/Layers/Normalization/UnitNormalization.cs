using KerasSharp.Engine;
using KerasSharp.Saving;
using static KerasSharp.keras;

namespace KerasSharp.Layers;

/// <summary>
/// Divides each sample by its length (the root of the sum of squares) along some axes.
/// Source: <see href="https://keras.io/api/layers/normalization_layers/unit_normalization/"/>.
/// </summary>
[KerasExport("keras.layers.UnitNormalization")]
public class UnitNormalization : Layer
{
    // Below it a sum of squares counts as this.
    private const float Smallest = 1e-12f;

    /// <summary>A layer of these arguments.</summary>
    /// <param name="axis">The axis or axes; the last if not given.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public UnitNormalization([KerasDefault(-1)] IntTuple axis = default, LayerArguments kwargs = default)
        : base(kwargs)
    {
        this.axis = axis.is_given ? axis : -1;
        supports_masking = true;
    }

    /// <summary>The axis or axes; counted from the front once the layer is built.</summary>
    public IntTuple axis { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ValueError">An axis is out of range or stands twice, in Keras's words.</exception>
    public override void build(TensorShape input_shape)
    {
        axis = NormalizationAxes.Of(axis, input_shape, mayBeUnknown: true);
        built = true;
    }

    /// <inheritdoc/>
    public override Tensor call(Tensor inputs, bool? training = null)
        => inputs * ops.rsqrt(ops.maximum(ops.sum(ops.square(inputs), axis, keepdims: true), Tensor.ScalarBeside(inputs, Smallest)));

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["axis"] = axis.ToConfig() };
}
