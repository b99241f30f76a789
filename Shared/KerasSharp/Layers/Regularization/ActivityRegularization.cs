using KerasSharp.Engine;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// Lets everything pass and adds a penalty on it to the loss, divided by the batch size.
/// Source: <see href="https://keras.io/api/layers/regularization_layers/activity_regularization/"/>.
/// </summary>
[KerasExport("keras.layers.ActivityRegularization")]
public class ActivityRegularization : Layer
{
    /// <summary>A layer of these arguments.</summary>
    /// <param name="l1">The factor of the sum of absolute values.</param>
    /// <param name="l2">The factor of the sum of squares.</param>
    /// <param name="kwargs">What every layer takes.</param>
    public ActivityRegularization(double l1 = 0.0, double l2 = 0.0, LayerArguments kwargs = default)
        : base(kwargs)
    {
        (this.l1, this.l2) = (l1, l2);
        activity_regularizer = new L1L2(l1, l2);
        supports_masking = true;
    }

    /// <summary>The factor of the sum of absolute values.</summary>
    public double l1 { get; }

    /// <summary>The factor of the sum of squares.</summary>
    public double l2 { get; }

    /// <inheritdoc/>
    public override TensorShape compute_output_shape(TensorShape input_shape) => input_shape;

    /// <inheritdoc/>
    public override Config get_config() => new(base.get_config()) { ["l1"] = l1, ["l2"] = l2 };
}
